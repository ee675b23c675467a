import ical, { ICalCalendarMethod } from "ical-generator";
import { homeZone } from "#app/domain/calendars/time-zone.ts";
import { productId } from "./own-feed.ts";
import { zoneRules, zonesIn } from "./zone-rules.ts";

/** What a feed is called, and its own whole address. */
export interface FeedTitle {
  name: string;
  url: string;
}

/** Clients are asked to come back every six hours. */
const REFRESH_SECONDS = 6 * 60 * 60;

/** A whole feed of VEVENTs that were rendered before, with the rules of every zone that they use. */
export const feedOf = (about: FeedTitle, vevents: readonly string[]): string =>
  partsOfFeed(about, vevents).join("");

/** The same in parts: joining half a megabyte in order to take it to bytes takes longer than the bytes. */
export function partsOfFeed(about: FeedTitle, vevents: readonly string[]): string[] {
  const zones = [...new Set(vevents.flatMap(zonesIn))].sort();
  return [headOf(about) + zones.map(zoneRules).join(""), ...vevents, END];
}

const END = "END:VCALENDAR\r\n";

/** The heads of the feeds asked for lately: rendering one costs as much as an event. */
const heads = new Map<string, string>();
const mostHeads = 500;

function headOf({ name, url }: FeedTitle): string {
  const key = `${url}\n${name}`;
  const known = heads.get(key);
  if (known !== undefined) return known;
  const empty = ical({
    prodId: productId,
    name: name.replace(/\s+/g, " "),
    source: url,
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
    timezone: homeZone,
  }).toString();
  const head = empty.slice(0, empty.lastIndexOf("END:VCALENDAR"));
  if (heads.size >= mostHeads) heads.clear();
  heads.set(key, head);
  return head;
}
