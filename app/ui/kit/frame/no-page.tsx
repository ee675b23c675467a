/**
 * The page of a door that only takes deeds: it is never seen, as asking for it leads elsewhere. With it an error of
 * the deed is told on the error page; a door without a page would answer with bare JSON.
 */
export function NoPage() {
  return null;
}
