import { isOwnAddress } from "#app/domain/calendars/feeds/own-feed.ts";
import { NotACalendar } from "#app/domain/calendars/reading/lines.ts";
import type { ReadSource } from "#app/gateways/calendar-source.server.ts";

/** Following ourselves would go round for ever (calendar case 77). */
export const inACircle =
  "This is a calendar that Assembly itself gives out. It would follow itself in a circle, so it cannot be connected.";

/** Throws NotACalendar for an address of this site, before anything is asked of it. */
export function refuseOwnAddress(source: string, publicUrl: string): void {
  if (isOwnAddress(source, publicUrl)) throw new NotACalendar(inACircle);
}

/** A reader that never asks this site for its own calendars. Files have no address. */
export const readingOthers =
  (read: ReadSource, publicUrl: string): ReadSource =>
  async (from, known) => {
    if (from.kind === "address" || from.kind === "caldav") refuseOwnAddress(from.source, publicUrl);
    return read(from, known);
  };
