import { parseArgs } from "node:util";
import { type Feed, type FeedOccurrence, readFeed } from "#app/domain/calendars/ics.ts";
import { instantOf, isoDate, wallOf, type Zone, zoneNamed } from "#app/domain/calendars/time-zone.ts";
import { readWholeFeed } from "#app/domain/calendars/whole-feed.ts";
import { configuredSourceReader } from "#app/gateways/calendar-source.server.ts";
import { type Command, Refused } from "../terminal.ts";
import { listing } from "./listing.ts";
import { sourceNamed } from "./source-named.ts";

export const preview: Command = {
  help: `Usage: npm run assembly -- calendar preview FILE-OR-URL [--from DATE] [--to DATE] [--json]

Reads a calendar (iCalendar, .ics) and shows what it holds. Nothing is kept.

  FILE-OR-URL   a file, or an address that begins with https://, http:// or webcal://
  --from DATE   the first day to show, such as 2026-11-05; from the very first when left out
                (a series with more than a thousand dates: from one month back)
  --to DATE     the last day to show; fifteen months after today, or after --from, when left out
  --json        for programs: {"events": […], "notices": […]}, instants in UTC, all-day ones as plain dates

Days begin and end at midnight in London. Private and confidential events are never shown.`,

  async run(args, { say, now }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        from: { type: "string" },
        to: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
    const [given, ...more] = positionals;
    if (!given || more.length > 0) throw new Refused("Name one calendar: calendar preview FILE-OR-URL.");
    const days = spanOf(values, now);
    const source = sourceNamed(given);
    const found = await configuredSourceReader()(source);
    const read = values.from === undefined ? readWholeFeed : readFeed;
    const span = { from: midnight(days.from), to: midnight(days.to, 1) };
    const [text] = found.changed ? found.resources : [];
    const feed = read(text?.body ?? "", span);
    const from = values.from === undefined ? null : days.from;
    say(values.json ? asJson(feed) : listing(feed, { from, to: days.to }));
  },
};

const london: Zone = zoneNamed("Europe/London") ?? { name: "UTC", offsetAt: () => 0 };

/** The days to show, both included. */
function spanOf(given: { from?: string; to?: string }, now: Date): { from: string; to: string } {
  const today = isoDate(wallOf(now.getTime(), london));
  const from = given.from === undefined ? null : readDay(given.from, "--from");
  const to = given.to === undefined ? null : readDay(given.to, "--to");
  const first = from ?? earlier(addMonths(today, -1), to && addMonths(to, -15));
  const last = to ?? addMonths(from ?? today, 15);
  if (last < first) throw new Refused(`--to (${last}) is before --from (${first}).`);
  return { from: first, to: last };
}

function readDay(text: string, option: string): string {
  const at = /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(at) && isoDate(at) === text) return text;
  throw new Refused(`“${text}” after ${option} is not a date; write it like 2026-11-05.`);
}

const earlier = (a: string, b: string | null): string => (b !== null && b < a ? b : a);

function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoDate(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth)));
}

const midnight = (date: string, daysLater = 0): Date =>
  new Date(instantOf(Date.parse(`${date}T00:00:00Z`) + daysLater * 86_400_000, london).instant);

function asJson({ occurrences, notices }: Feed): string {
  return JSON.stringify({ events: occurrences.map(shown), notices }, null, 2);
}

const shown = ({
  uid,
  recurrenceId,
  start,
  end,
  allDay,
  timeZone,
  summary,
  location,
  onlineUrl,
  status,
}: FeedOccurrence) => ({
  uid,
  recurrenceId,
  start,
  end,
  allDay,
  timeZone,
  summary,
  location,
  onlineUrl,
  status,
});
