import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { forgetOldPersonalData } from "#app/domain/accounts/personal-data/forget-old-personal-data.server.ts";
import { confirmHold } from "#app/domain/calendars/sync/confirm-hold.server.ts";
import { findWaiting } from "#app/domain/calendars/sync/texts.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { connectCalendar } from "#app/domain/meetings/calendar/connect-calendar.server.ts";
import { keepUpload } from "#app/domain/meetings/calendar/keep-upload.server.ts";
import { syncCalendar } from "#app/domain/meetings/calendar/sync-calendars.server.ts";
import type { ReadSource } from "#app/gateways/calendar-source.server.ts";
import { occurrences } from "#db/schema/calendars.ts";
import { calendarClocks, calendarHolds, calendarTexts } from "#db/schema/diary/syncs.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeCalendar } from "#test/factories/connected-calendars.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { calendarOf, clockOf, later } from "#test/factories/sources.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });

const bytes = (...parts: string[][]) => new TextEncoder().encode(calendar("X-WR-CALNAME:Diary", ...parts));
const six = Array.from({ length: 6 }, (_, at) =>
  vevent(`UID:${at}@x.example`, `DTSTART:2026061${at}T090000Z`, `SUMMARY:Meeting ${at}`),
);
const weekly = vevent("UID:weekly@x.example", "DTSTART:20260505T090000Z", "RRULE:FREQ=WEEKLY");
const neverAsked: ReadSource = () => Promise.reject(new Error("An upload has no address"));

async function uploaded(ctx: Ctx, ...parts: string[][]) {
  const group = await makeGroup(ctx, { kind: "forum" });
  const owner = { noun: "group" as const, slug: group.slug };
  const source = { kind: "upload" as const, source: "diary.ics" };
  const report = await connectCalendar(ctx, { owner, source, upload: bytes(...parts) }, neverAsked);
  const run = async (now: Date) => {
    await ctx.db.update(calendarClocks).set({ nextRunAt: now });
    return syncCalendar({ ...ctx, now }, report.calendarId, { trigger: "clock" }, neverAsked);
  };
  return { group, report, id: report.calendarId, run };
}

const standing = async (ctx: Ctx) =>
  (await ctx.db.select().from(occurrences).where(eq(occurrences.status, "confirmed"))).length;

test("an uploaded file is kept, is never asked for, and its series goes on", async ({ ctx }) => {
  const { report, id, run } = await uploaded(ctx, weekly);
  expect(report).toMatchObject({ name: "Diary", outcome: "changed", problem: null });
  const count = await standing(ctx);
  expect((await clockOf(ctx, id)).nextRunAt.toISOString().slice(0, 10)).toBe("2026-04-14");
  expect(await run(later(ctx, { days: 14 }))).toMatchObject({ outcome: "changed", added: 2 });
  expect(await standing(ctx)).toBe(count + 2);
});

test("a new file takes the place of the old one; the same file again changes nothing", async ({ ctx }) => {
  const { id } = await uploaded(ctx, ...six);
  expect(await keepUpload(ctx, id, bytes(...six))).toMatchObject({ outcome: "unchanged" });
  expect(await keepUpload(ctx, id, bytes(...six, weekly))).toMatchObject({
    outcome: "changed",
    withdrawn: 0,
  });
  expect(await ctx.db.select().from(calendarTexts)).toHaveLength(1);
});

test("case 66: its owner's own file asks, too, and is there when the answer comes", async ({ ctx }) => {
  const { id, run } = await uploaded(ctx, ...six);
  const halved = await keepUpload(ctx, id, bytes(...six.slice(0, 2)));
  expect(halved).toMatchObject({ outcome: "held", hold: { reason: "halved", vanishing: 4, ofToCome: 6 } });
  expect(await run(later(ctx, { days: 1 }))).toMatchObject({ outcome: "held" });
  expect(await standing(ctx)).toBe(6);
  await confirmHold(ctx, id);
  expect(await run(later(ctx, { days: 1, minutes: 1 }))).toMatchObject({ outcome: "changed", withdrawn: 4 });
  expect(await standing(ctx)).toBe(2);
  expect(await ctx.db.select().from(calendarTexts)).toHaveLength(1);
  expect(await run(later(ctx, { days: 2 }))).toMatchObject({ outcome: "unchanged" });
});

test("cases 57 and 58: a file that waits holds no attendees and no private words, and goes after thirty days", async ({
  ctx,
}) => {
  const { id } = await uploaded(ctx, ...six);
  const secret = vevent(
    "UID:secret@x.example",
    "DTSTART:20260615T090000Z",
    "CLASS:PRIVATE",
    "SUMMARY:Doctor Bob",
    "ATTENDEE:mailto:victim@example.org",
  );
  expect(await keepUpload(ctx, id, bytes(...six.slice(0, 2), secret))).toMatchObject({ outcome: "held" });
  const waiting = String(await findWaiting(ctx, id));
  expect(waiting).toContain("secret@x.example");
  expect(waiting).not.toMatch(/victim|Doctor Bob/);
  await forgetOldPersonalData({ ...ctx, now: later(ctx, { days: 29 }) });
  expect(await findWaiting(ctx, id)).not.toBeNull();
  await forgetOldPersonalData({ ...ctx, now: later(ctx, { days: 31 }) });
  expect(await findWaiting(ctx, id)).toBeNull();
  expect(await ctx.db.select().from(calendarHolds)).toEqual([]);
  expect(await standing(ctx)).toBe(6);
});

test("case 66: a better file in between ends the question", async ({ ctx }) => {
  const { id, run } = await uploaded(ctx, ...six);
  await keepUpload(ctx, id, bytes(...six.slice(0, 2)));
  expect(await keepUpload(ctx, id, bytes(...six))).toMatchObject({ outcome: "unchanged" });
  await expect(confirmHold(ctx, id)).rejects.toThrow(Conflict);
  expect(await run(later(ctx, { days: 1 }))).toMatchObject({ outcome: "unchanged" });
  expect(await standing(ctx)).toBe(6);
});

test("what is no calendar is refused, and nothing has changed", async ({ ctx }) => {
  const { id } = await uploaded(ctx, ...six);
  const before = await calendarOf(ctx, id);
  await expect(keepUpload(ctx, id, new TextEncoder().encode("<html>"))).rejects.toThrow("web page");
  expect(await calendarOf(ctx, id)).toEqual(before);
  expect(await clockOf(ctx, id)).toMatchObject({ leaseId: null, failures: 0 });
});

test("only who keeps it may send a file, and only to a calendar that is one", async ({ ctx }) => {
  const { id, group } = await uploaded(ctx, ...six);
  const stranger = { ...ctx, actor: await makeAccount(ctx) };
  await expect(keepUpload(stranger, id, bytes(...six))).rejects.toThrow(NotFound);
  const lead = { ...ctx, actor: await makeAccount(ctx, { roles: [["group-lead", group.id]] }) };
  expect(await keepUpload(lead, id, bytes(...six, weekly))).toMatchObject({ outcome: "changed" });
  const address = await makeCalendar(ctx.db);
  await expect(keepUpload(ctx, address.id, bytes(...six))).rejects.toThrow(Conflict);
});

test("two files of one name are two calendars", async ({ ctx }) => {
  const one = await uploaded(ctx, ...six);
  const two = await uploaded(ctx, weekly);
  expect(one.id).not.toBe(two.id);
});
