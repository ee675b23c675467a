import { shortened } from "#app/domain/calendars/doctor/shortened.ts";
import type { Feed, FeedOccurrence } from "#app/domain/calendars/ics.ts";

const day = format({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const time = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** What a feed holds, for reading in a terminal, in London time. */
export function listing(feed: Feed, days: { from: string | null; to: string }): string {
  const head = `${feed.name ?? "This calendar"}: ${countInWords(feed.occurrences, days)}`;
  const notices = feed.notices.map(
    ({ line, message }) => `  ${line === null ? "" : `line ${line}: `}${message}`,
  );
  return [
    head,
    ...feed.occurrences.map(lineOf),
    ...(notices.length > 0 ? ["", "To look at:", ...notices] : []),
  ].join("\n");
}

/** Where no first day was asked for, that of the first event says how far back it goes. */
function countInWords(
  all: readonly FeedOccurrence[],
  { from, to }: { from: string | null; to: string },
): string {
  const count = all.length === 0 ? "no events" : all.length === 1 ? "1 event" : `${all.length} events`;
  if (from !== null) return `${count} from ${day(from)} to ${day(to)}`;
  const [first] = all;
  return `${count} until ${day(to)}${first ? `, the first on ${day(first.start)}` : ""}`;
}

function lineOf(event: FeedOccurrence): string {
  const place = event.location ?? (event.onlineUrl ? "online" : null);
  const where = place && shortened(place, 120);
  const status = { confirmed: "", tentative: " [provisional]", cancelled: " [cancelled]" }[event.status];
  return `  ${when(event)}  ${shortened(event.summary, 200)}${where ? `, ${where}` : ""}${status}`;
}

function when({ start, end, allDay }: FeedOccurrence): string {
  if (allDay) {
    const last = end && new Date(Date.parse(end) - 86_400_000).toISOString().slice(0, 10);
    return `${day(start)}${last && last > start ? ` – ${day(last)}` : ""}, all day`;
  }
  const [from, to] = [day(start), end && day(end)];
  if (!end) return `${from}, ${time(start)}`;
  return `${from}, ${time(start)}–${to === from ? "" : `${to}, `}${time(end)}`;
}

function format(options: Intl.DateTimeFormatOptions): (iso: string) => string {
  const inLondon = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "Europe/London" });
  // A plain date is noon in London, so that it is that day whatever the clocks do.
  return (iso) => inLondon.format(new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso)).replace(",", "");
}
