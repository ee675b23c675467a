import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { checkSource } from "#app/domain/calendars/doctor/check-source.server.ts";
import type { SourceFields } from "#app/domain/calendars/doctor/inputs.ts";
import type { Match } from "#app/domain/calendars/keeping/match-rule.ts";
import { connectChecked } from "#app/domain/meetings/calendar/keeping/connect-checked.server.ts";
import { sourceReader } from "#app/gateways/calendar-source.server.ts";
import { calendarRuns } from "#db/schema/diary/syncs.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeGroup, makePerson } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";

const diary = calendar(
  vevent("UID:weekly", "DTSTART:20260401T170000Z", "RRULE:FREQ=WEEKLY;COUNT=8", "SUMMARY:Place Board"),
  vevent("UID:fair", "DTSTART:20260603T090000Z", "SUMMARY:Fair", "CATEGORIES:Public"),
  vevent("UID:old", "DTSTART:20260402T090000Z", "SUMMARY:Old fair"),
  vevent("UID:blank", "DTSTART:20260604T090000Z", "SUMMARY:"),
);
const blank: SourceFields = {
  ...{ how: "file", sealed: "", address: "", server: "", account: "", password: "", collection: "" },
};

test.for<Match>([
  { by: "all", pattern: "" },
  { by: "title", pattern: "board" },
  { by: "title", pattern: "event" },
  { by: "category", pattern: "public" },
])("what the preview counts is what the history counts: %o", async (match, { ctx }) => {
  const group = await makeGroup(ctx);
  const lead = { ...ctx, actor: await makePerson(ctx, [["group-lead", group.id]]) };
  const asked = { ...blank, for: { noun: "group" as const, slug: group.slug }, match };
  const read = sourceReader([]);
  const discover = () => Promise.reject(new Error("CalDAV is not asked"));
  const file = { fileName: "diary.ics", bytes: Buffer.from(diary) };
  const { preview, sealed } = await checkSource(lead, asked, file, { read, discover });
  const { calendarId } = await connectChecked(lead, { ...asked, sealed, name: "" }, read);
  const [run] = await ctx.db.select().from(calendarRuns).where(eq(calendarRuns.calendarId, calendarId));
  const { unmatched = 0, untitled = 0 } = run?.leftOut ?? {};
  expect({ taken: run?.added, unmatched, untitled }).toEqual(preview?.fates);
});
