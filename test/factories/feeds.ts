import type { FeedAddress, FeedAnswer } from "#app/domain/calendars/feeds/answer.ts";
import { readFeed } from "#app/domain/calendars/ics.ts";
import { vevent } from "./calendars.ts";

const site = "https://assembly.example";

/** Where feeds of tests are, and what is in them. */
export const feedAt: FeedAddress = {
  self: `${site}/calendars/x.ics`,
  links: {
    meeting: (id) => `${site}/meetings/${id}`,
    agenda: (id) => `${site}/meetings/${id}/agenda`,
    event: (id) => `${site}/events/${id}`,
    group: (slug) => `${site}/groups/${slug}`,
  },
};

/** The VEVENTs of a feed, each as its unfolded lines. */
export const veventsOf = ({ text }: Pick<FeedAnswer, "text">): string[][] =>
  text
    .replace(/\r\n[ \t]/g, "")
    .split("BEGIN:VEVENT\r\n")
    .slice(1)
    .map((one) => one.split("\r\n").slice(0, -1));

/** The value of a line, without its name and parameters. */
export const lineOf = (lines: readonly string[], name: string): string | undefined =>
  lines.find((line) => new RegExp(`^${name}[;:]`).test(line))?.replace(/^[^:]*:/, "");

/** What our own reader lists of a feed from one day up to another: start and title. */
export const listed = ({ text }: Pick<FeedAnswer, "text">, from: string, to: string): string[] =>
  readFeed(text, { from: new Date(from), to: new Date(to) })
    .occurrences.map(({ start, summary }) => `${start} ${summary}`)
    .toSorted();

const london = "TZID=Europe/London";
const turned = (slot: string, start: string, ...lines: string[]) =>
  vevent(
    ...["UID:turns@x.example", `RECURRENCE-ID;${london}:${slot}T100000`, `DTSTART;${london}:${start}`],
    ...["DURATION:PT2H", "SUMMARY:Network", ...lines],
  );

/** A diary of one weekly series, turned in every manner round the days on which the clocks change. */
export const seriesOfTurns = [
  vevent(
    ...["UID:turns@x.example", "SUMMARY:Network", `DTSTART;${london}:20260603T100000`, "DURATION:PT2H"],
    ...["RRULE:FREQ=WEEKLY", `RDATE;${london}:20261024T233000,20270327T233000`],
    `EXDATE;${london}:20261014T100000,20270331T100000`,
  ),
  turned("20260708", "20260709T143000"),
  turned("20261021", "20261026T140000"),
  turned("20261028", "20261028T100000", "STATUS:CANCELLED"),
  turned("20261209", "20261209T180000"),
  turned("20270324", "20270324T100000", "LOCATION:City Hall"),
];
