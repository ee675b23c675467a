/** Any origin will do to resolve against: what is ours stays on it, whatever the browser would make of the text. */
const HERE = "http://here.invalid";

/**
 * The path to go to after signing in, if it is one of our own; null for anything else: another site,
 * `//evil.example`, backslashes (browsers read them as slashes) and control characters.
 * The answer is what the URL parser made of it, never the text itself.
 */
export function localPath(text: string): string | null {
  if (!text.startsWith("/") || text.length > 2000 || hasTrickery(text)) return null;
  if (!URL.canParse(text, HERE)) return null;
  const { origin, pathname, search } = new URL(text, HERE);
  if (origin !== HERE || pathname.startsWith("//")) return null;
  return pathname + search;
}

/** Backslashes, and what is not printable: parsers drop tabs and line breaks, which would bring two slashes together. */
function hasTrickery(text: string): boolean {
  return text.includes("\\") || [...text].some((letter) => letter <= " " || letter === "\u007f");
}
