/** Every UID of ours ends so. They never change, or calendars that follow us would show everything twice. */
export const uidsOfMeetings = "@meetings.assembly";
export const uidsOfEvents = "@events.assembly";

export const productId = "//Assembly//Calendars//EN";
const ourProducts = /^-?\/\/Assembly\/\//i;

/** Whether a UID is one that we publish (calendar case 77). */
export function isOurUid(uid: string): boolean {
  const known = uid.trim().toLowerCase();
  return known.endsWith(uidsOfMeetings) || known.endsWith(uidsOfEvents);
}

/** The PRODID of what we publish. */
export const isOurProduct = (prodId: string): boolean => ourProducts.test(prodId.trim());

/**
 * Whether an address offered as a source is one of our own feeds, before anything is asked of it; `webcal:` is read
 * as `https:`. `publicUrl` is the site's own address.
 */
export function isOwnAddress(source: string, publicUrl: string): boolean {
  const [asked, own] = [hostOf(source), hostOf(publicUrl)];
  return asked !== null && asked === own;
}

/** Whether what was read is our own: by the address, by PRODID, or by any of its UIDs. Such a source is refused. */
export function isOwnFeed(
  from: { source?: string; publicUrl?: string },
  read: { body?: string; uids?: Iterable<string> } = {},
): boolean {
  if (from.source && from.publicUrl && isOwnAddress(from.source, from.publicUrl)) return true;
  for (const uid of read.uids ?? []) if (isOurUid(uid)) return true;
  return read.body !== undefined && isOurProduct(productOf(read.body));
}

/** The first PRODID of a body, unfolded. */
function productOf(body: string): string {
  const [, value = ""] = /^PRODID(?:;[^:\r\n]*)?:((?:.*(?:\r?\n[ \t])?)*)/im.exec(body.slice(0, 4000)) ?? [];
  return value.replace(/\r?\n[ \t]/g, "");
}

function hostOf(address: string): string | null {
  const plain = address.trim().replace(/^webcals?:/i, "https:");
  return URL.canParse(plain) ? new URL(plain).host.toLowerCase().replace(/\.(?=:|$)/, "") : null;
}
