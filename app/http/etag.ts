/**
 * Whether the asker has this version already, going by its If-None-Match header. The comparison is the weak one
 * (RFC 9110 §8.8.3.2), as that header wants (§13.1.2): compression makes a tag weak on its way.
 */
export function isKnown(ifNoneMatch: string | null | undefined, etag: string): boolean {
  const given = ifNoneMatch?.trim() ?? "";
  // Read by its quotes: a comma may stand inside a tag
  const tags: string[] = given.match(/"[^"]*"/g) ?? [];
  return given === "*" || tags.includes(etag.replace(/^W\//, ""));
}
