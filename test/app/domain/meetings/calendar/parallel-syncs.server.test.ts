import { inArray } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { connectCalendar } from "#app/domain/meetings/calendar/connect-calendar.server.ts";
import { syncCalendar } from "#app/domain/meetings/calendar/sync-calendars.server.ts";
import { changes } from "#db/schema/accounts.ts";
import { calendars, events, occurrences } from "#db/schema/calendars.ts";
import { calendarRuns } from "#db/schema/diary/syncs.ts";
import { groups } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import { organisations } from "#db/schema/organisations.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { Website } from "#test/factories/sources.ts";
import { connection, NOW } from "#test/setup/context.ts";

// Two runs need two connections, so these rows are real and are taken away again here.
const { db } = connection();
const ctx: Ctx = { db, actor: { kind: "job", name: "calendar" }, now: NOW };
const made = { groups: [] as string[], organisations: [] as string[] };

afterEach(async () => {
  for (const table of [meetings, calendars, changes]) await db.delete(table);
  if (made.groups.length > 0) await db.delete(groups).where(inArray(groups.id, made.groups));
  if (made.organisations.length > 0)
    await db.delete(organisations).where(inArray(organisations.id, made.organisations));
});

const diary = (name: string, hour: number, ...more: string[][]) =>
  calendar(
    vevent(`UID:${name}@x.example`, `DTSTART:20260505T${hour}0000Z`, "RRULE:FREQ=WEEKLY", `SUMMARY:${name}`),
    ...more,
  );
const joint = (hour: number) =>
  vevent("UID:joint@x.example", `DTSTART:20260604T${hour}0000Z`, `SEQUENCE:${hour}`, "SUMMARY:Joint meeting");

/** Four calendars: two groups share two of them, and two organisations have an event in common. */
async function fourCalendars() {
  const [one, two] = [await makeGroup(ctx, { kind: "forum" }), await makeGroup(ctx, { kind: "forum" })];
  const [red, blue] = [
    await makeOrganisation(ctx, { name: "Red" }),
    await makeOrganisation(ctx, { name: "Blue" }),
  ];
  made.groups.push(one.id, two.id);
  made.organisations.push(red.id, blue.id);
  const connect = async (name: string, owners: { noun: "group" | "organisation"; slug: string }[]) => {
    const site = new Website(diary(name, 10, joint(10)));
    const source = { kind: "address" as const, source: `https://${name}.example/diary.ics` };
    let id = "";
    for (const owner of owners) id = (await connectCalendar(ctx, { owner, source }, site.read)).calendarId;
    return { name, id, site };
  };
  const both = [one, two].map(({ slug }) => ({ noun: "group" as const, slug }));
  return [
    await connect("first", both),
    await connect("second", both.toReversed()),
    await connect("red", [{ noun: "organisation", slug: red.slug }]),
    await connect("blue", [{ noun: "organisation", slug: blue.slug }]),
  ];
}

test("calendars that share groups and events are read side by side without waiting in a circle", async () => {
  const all = await fourCalendars();
  for (const hour of [11, 12, 13]) {
    for (const { name, site } of all) site.says = diary(name, hour, joint(hour));
    const runs = await Promise.all(
      all.map(({ id, site }) => syncCalendar(ctx, id, { trigger: "person" }, site.read)),
    );
    expect(runs.map((run) => ("outcome" in run ? run.outcome : "busy"))).toEqual(Array(4).fill("changed"));
  }
  const ids = await db.select({ calendarId: events.calendarId, uid: events.uid }).from(events);
  expect(new Set(ids.map(({ calendarId, uid }) => `${calendarId} ${uid}`)).size).toBe(8);
});

test("case 70: of five workers with one calendar one reads it, and nothing is doubled", async () => {
  const [first] = await fourCalendars();
  if (!first) throw new Error("There is no calendar");
  const before = await db.select({ id: occurrences.id }).from(occurrences);
  first.site.says = diary("first", 11, joint(11));
  const slowly: typeof first.site.read = async (from, known) => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    return first.site.read(from, known);
  };
  const asked = first.site.asked.length;
  const runs = await Promise.all(
    Array.from({ length: 5 }, () => syncCalendar(ctx, first.id, { trigger: "person" }, slowly)),
  );
  expect(runs.filter((run) => "busy" in run)).toHaveLength(4);
  expect(first.site.asked).toHaveLength(asked + 1);
  expect(await db.select({ id: occurrences.id }).from(occurrences)).toHaveLength(before.length);
  const history = await db
    .select()
    .from(calendarRuns)
    .where(inArray(calendarRuns.calendarId, [first.id]));
  expect(history.filter(({ trigger }) => trigger === "person")).toHaveLength(1);
});
