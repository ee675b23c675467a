const longest = 60;

/** A host as a sentence can carry it: of a long one its beginning and its end, which says whose it is. */
export const hostInWords = (host: string): string =>
  host.length <= longest ? host : `${host.slice(0, 25)}…${host.slice(-30)}`;
