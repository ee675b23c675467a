import { atPath } from "./address.ts";
import type { Names } from "./caldav.server.ts";

/** Large hosts whose servers are not where their mail domain says, or that say nothing. */
const known: Record<string, string> = {
  "icloud.com": "https://caldav.icloud.com/",
  "me.com": "https://caldav.icloud.com/",
  "mac.com": "https://caldav.icloud.com/",
  "fastmail.com": "https://caldav.fastmail.com/dav/",
  "fastmail.fm": "https://caldav.fastmail.com/dav/",
};

const google =
  "Google lets no program in by password. In Google Calendar’s settings, use the calendar’s “Secret address in iCal format”.";
const microsoft =
  "Outlook has no CalDAV. Publish the calendar there (Settings, Calendar, Shared calendars) and use its ICS link.";
const without: Record<string, string> = {
  "gmail.com": google,
  "googlemail.com": google,
  "google.com": google,
  "googleusercontent.com": google,
  "outlook.com": microsoft,
  "office365.com": microsoft,
  "office.com": microsoft,
  "hotmail.com": microsoft,
  "hotmail.co.uk": microsoft,
  "live.com": microsoft,
  "live.co.uk": microsoft,
};

/** What to do instead at a host that has no CalDAV for passwords, or below one; null at any other. */
export function adviceWithoutCaldav(host: string): string | null {
  const parts = host.split(".");
  const domain = parts.map((_, at) => parts.slice(at).join(".")).find((name) => Object.hasOwn(without, name));
  return (domain && without[domain]) || null;
}

/** Where a large host keeps its people's calendars; null for any other domain. */
export const knownServer = (domain: string): URL | null =>
  Object.hasOwn(known, domain) ? new URL(known[domain] ?? "") : null;

const patience = 3_000;

/** Where a mail domain may keep its calendars (RFC 6764 §6): what its DNS says, then the signposts of its website. */
export async function placesOf(domain: string, names: Names): Promise<URL[]> {
  const name = `_caldavs._tcp.${domain}`;
  const [servers, texts] = await Promise.all([
    within(names.resolveSrv(name)),
    within(names.resolveTxt(name)),
  ]);
  const path = texts
    .map((pieces) => pieces.join(""))
    .find((text) => text.startsWith("path=/"))
    ?.slice(5);
  const announced = servers
    .toSorted((a, b) => a.priority - b.priority || b.weight - a.weight)
    .filter(({ name, port }) => name !== "." && URL.canParse(`https://${name}:${port}`))
    .slice(0, 2)
    .map(({ name, port }) => atPath(new URL(`https://${name}:${port}`), path ?? "/.well-known/caldav"));
  return [...announced, new URL(`https://${domain}/.well-known/caldav`), new URL(`https://${domain}/`)];
}

/** No such record, or a silent DNS: the website's signpost remains. */
async function within<Found>(asked: Promise<Found[]>): Promise<Found[]> {
  let bell: NodeJS.Timeout | undefined;
  const silence = new Promise<Found[]>((resolve) => {
    bell = setTimeout(() => resolve([]), patience);
  });
  return Promise.race([asked.catch(() => []), silence]).finally(() => clearTimeout(bell));
}
