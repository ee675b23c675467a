import { parseArgs } from "node:util";
import { findAllCalendars, type KeptCalendarLine } from "#app/domain/calendars/keeping/find-mine.server.ts";
import { states } from "#app/domain/calendars/keeping/state.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { londonClock } from "#app/domain/london-time.ts";
import { type SyncReport, syncCalendars } from "#app/domain/meetings/calendar/sync-calendars.server.ts";
import { dayInWords } from "#app/domain/upkeep/day-in-words.ts";
import { configuredSourceReader } from "#app/gateways/calendar-source.server.ts";
import { withDatabase } from "../database.ts";
import { type Command, Refused } from "../terminal.ts";

export const sync: Command = {
  help: `Usage: npm run assembly -- calendar sync [--group SLUG]

Reads the connected calendars again at once, all or a group's, and brings meetings and events up to
date. Those that are paused are left alone, as are those that are being read at this very moment.
A calendar that cannot be read keeps what it held before; the command then ends with exit code 1.
One that suddenly holds nothing, or less than half of what was to come, is held until its keepers say
that it is right.

  --group SLUG   only this group's calendars`,

  async run(args, { say, now }) {
    const { values } = parseArgs({ args, options: { group: { type: "string" } } });
    const reports = await withDatabase(now, (ctx) =>
      syncCalendars(ctx, { groupSlug: values.group }, configuredSourceReader()),
    );
    if (reports.length === 0) say("No calendar is connected.");
    for (const report of reports) if (report.problem === null) say(inWords(report));
    const failed = reports.flatMap(({ name, problem }) => (problem === null ? [] : `${name}: ${problem}`));
    if (failed.length > 0) {
      throw new Refused(
        `Not read, and left as they were (${failed.length} of ${reports.length}): ${failed.join(" ")}`,
      );
    }
  },
};

export const list: Command = {
  help: `Usage: npm run assembly -- calendar list

Shows the connected calendars, those that need somebody first: how each stands, whose it is, when it
was last read and when it is read next. Addresses are secret and are not shown, but for their host.`,

  async run(args, { say, now }) {
    parseArgs({ args, options: {} });
    const lines = await withDatabase(now, findAllCalendars);
    say(lines.length === 0 ? "No calendar is connected." : lines.map(lineOf).join("\n"));
  },
};

function lineOf(line: KeptCalendarLine): string {
  const { name, sourceShown, state, owners, lastRunAt, nextRun, problem } = line;
  const whose = owners.map((owner) => owner.name).join(", ");
  const last = lastRunAt ? `last read ${momentInWords(new Date(lastRunAt))}` : "not read yet";
  return [
    `${name} (${sourceShown}): ${states[state]}`,
    `  ${[whose, last, nextRun && `next ${nextRun}`].filter(Boolean).join("; ")}`,
    ...(problem ? [`  ${problem}`] : []),
  ].join("\n");
}

const momentInWords = (at: Date): string => `${dayInWords(londonDay(at))}, ${londonClock(at)}`;

/** What a run did, in one line, with its notices below. */
export function inWords({ name, added, changed, withdrawn, notices, hold }: SyncReport): string {
  const counts = [
    [added, "added"],
    [changed, "changed"],
    [withdrawn, "withdrawn"],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, deed]) => `${count} ${deed}`);
  const held = hold && `held, as ${hold.vanishing} of ${hold.ofToCome} dates to come would be withdrawn`;
  const what = held ?? (said.join(", ") || "nothing new");
  return [`${name}: ${what}`, ...notices.map((notice) => `  ${notice}`)].join("\n");
}
