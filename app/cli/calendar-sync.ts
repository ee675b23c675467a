import { parseArgs } from "node:util";
import { connectCalendar } from "#app/domain/meetings/calendar/connect-calendar.server.ts";
import { type SyncReport, syncCalendars } from "#app/domain/meetings/calendar/sync-calendars.server.ts";
import { readNamed, readStored, sourceNamed } from "./calendar-source.ts";
import { withDatabase } from "./database.ts";
import { type Command, Refused } from "./terminal.ts";

export const connect: Command = {
  help: `Usage: npm run assembly -- calendar connect FILE-OR-URL --group SLUG

Makes a calendar a group's own: what it holds becomes the group's meetings, from a month back
to fifteen months on, and "calendar sync" keeps them in step. Connecting again changes nothing.

  FILE-OR-URL    a file of this machine, or an address that begins with https://, http:// or webcal://
  --group SLUG   the group, as in the address of its page: /groups/SLUG`,

  async run(args, { say, now }) {
    const options = { group: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    const [given, ...more] = positionals;
    const { group: groupSlug } = values;
    if (!given || more.length > 0 || !groupSlug) {
      throw new Refused("Name one calendar and its group: calendar connect FILE-OR-URL --group SLUG.");
    }
    const source = sourceNamed(given);
    const report = await withDatabase(now, (ctx) =>
      connectCalendar(ctx, { owner: { noun: "group", slug: groupSlug }, source }, readNamed(source)),
    );
    say(inWords(report));
  },
};

export const sync: Command = {
  help: `Usage: npm run assembly -- calendar sync [--group SLUG]

Reads the connected calendars again, all or a group's, and brings their meetings up to date.
A calendar that cannot be read keeps what it held before; the command then ends with exit code 1.
An address of a private network is read only if it was connected with "calendar connect".

  --group SLUG   only this group's calendars`,

  async run(args, { say, now }) {
    const { values } = parseArgs({ args, options: { group: { type: "string" } } });
    const reports = await withDatabase(now, (ctx) =>
      syncCalendars(ctx, { groupSlug: values.group }, readStored),
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

function inWords({ name, added, changed, withdrawn, notices }: SyncReport): string {
  const counts = [
    [added, "added"],
    [changed, "changed"],
    [withdrawn, "withdrawn"],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, deed]) => `${count} ${deed}`);
  return [`${name}: ${said.join(", ") || "nothing new"}`, ...notices.map((notice) => `  ${notice}`)].join(
    "\n",
  );
}
