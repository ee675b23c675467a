import type { FeedAddress, FeedAnswer } from "#app/domain/calendars/feeds/answer.ts";
import { readFeed } from "#app/domain/calendars/ics.ts";

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
