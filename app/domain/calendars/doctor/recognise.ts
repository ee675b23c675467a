/** Programs that calendars are kept in, as their owners know them. */
export const programs = {
  outlook: "Outlook",
  google: "Google Calendar",
  icloud: "Apple iCloud",
  nextcloud: "Nextcloud",
  fastmail: "Fastmail",
  wordpress: "a WordPress website",
  squarespace: "a Squarespace website",
  meetup: "Meetup",
  teamup: "Teamup",
  eventbrite: "Eventbrite",
  facebook: "Facebook",
  proton: "Proton Calendar",
  zoho: "Zoho Calendar",
  thunderbird: "Thunderbird",
  apple: "Apple Calendar",
  assembly: "Assembly",
} as const;
export type Program = keyof typeof programs;

/** A host is its own and everything below it. */
const hosts: readonly [ending: string, program: Program][] = [
  ["outlook.office365.com", "outlook"],
  ["outlook.office.com", "outlook"],
  ["outlook.live.com", "outlook"],
  ["outlook.com", "outlook"],
  ["calendar.google.com", "google"],
  ["google.com", "google"],
  ["googleusercontent.com", "google"],
  ["icloud.com", "icloud"],
  ["me.com", "icloud"],
  ["mac.com", "icloud"],
  ["fastmail.com", "fastmail"],
  ["fastmail.fm", "fastmail"],
  ["user.fm", "fastmail"],
  ["messagingengine.com", "fastmail"],
  ["meetup.com", "meetup"],
  ["teamup.com", "teamup"],
  ["eventbrite.com", "eventbrite"],
  ["eventbrite.co.uk", "eventbrite"],
  ["facebook.com", "facebook"],
  ["proton.me", "proton"],
  ["zoho.com", "zoho"],
  ["zoho.eu", "zoho"],
  ["zoho.uk", "zoho"],
];

/** Marks in an address, where a program runs at anybody's own host. */
const marks: readonly [mark: RegExp, program: Program][] = [
  [/\/remote\.php\/dav|\/apps\/calendar\b|\/public-calendars\//, "nextcloud"],
  [/\/owa\/calendar\//, "outlook"],
  [
    /[?&](ical|outlook-ical)=1|[?&]plugin=all-in-one-event-calendar|\/wp-content\/|\?mec-ical-feed/,
    "wordpress",
  ],
  [/[?&]format=ical/, "squarespace"],
];

/** PRODID of a calendar, which names the program that wrote it. */
const products: readonly [words: RegExp, program: Program][] = [
  [/Microsoft|Outlook|Exchange/i, "outlook"],
  [/Google/i, "google"],
  [/Nextcloud|ownCloud|Sabre/i, "nextcloud"],
  [/ECPv|Events Calendar|WordPress|EventON|Timely|Webnus|Events Manager|wp-events/i, "wordpress"],
  [/Squarespace/i, "squarespace"],
  [/Meetup/i, "meetup"],
  [/Teamup/i, "teamup"],
  [/Eventbrite/i, "eventbrite"],
  [/Facebook/i, "facebook"],
  [/Fastmail|CyrusIMAP/i, "fastmail"],
  [/Proton/i, "proton"],
  [/Zoho/i, "zoho"],
  [/Mozilla|Thunderbird/i, "thunderbird"],
  [/iCloud|CALENDARSERVER/i, "icloud"],
  [/Apple|Mac OS X|iOS|iCal\b/i, "apple"],
  [/Assembly/i, "assembly"],
];

/** What a calendar is kept in, by its address and by what it says of itself; null where neither is known. */
export function recognise(given: { address?: string | null; prodId?: string | null }): Program | null {
  return (
    byAddress(given.address ?? "") ?? products.find(([words]) => words.test(given.prodId ?? ""))?.[1] ?? null
  );
}

function byAddress(address: string): Program | null {
  const https = address.trim().replace(/^webcals?:/i, "https:");
  if (!URL.canParse(https)) return null;
  const { hostname, pathname, search } = new URL(https);
  const host = hosts.find(([ending]) => hostname === ending || hostname.endsWith(`.${ending}`));
  return host?.[1] ?? marks.find(([mark]) => mark.test(pathname + search))?.[1] ?? null;
}

/** PRODID of a body, from its first lines. */
export function prodIdOf(body: Uint8Array): string | null {
  const head = new TextDecoder().decode(body.subarray(0, 4_000));
  return /^PRODID[^:\r\n]*:(.*)$/im.exec(head)?.[1]?.trim() ?? null;
}
