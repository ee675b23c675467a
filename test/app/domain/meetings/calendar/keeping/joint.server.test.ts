import { eq, inArray } from "drizzle-orm";
import { describe, expect } from "vitest";
import { changeSource } from "#app/domain/calendars/keeping/change-source.server.ts";
import { pauseCalendar, resumeCalendar } from "#app/domain/calendars/keeping/pause.server.ts";
import { showKeptCalendar } from "#app/domain/calendars/keeping/show-kept.server.ts";
import { confirmHold } from "#app/domain/calendars/sync/confirm-hold.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { connectCalendar } from "#app/domain/meetings/calendar/connect-calendar.server.ts";
import { keepUpload } from "#app/domain/meetings/calendar/keep-upload.server.ts";
import { disconnectCalendar } from "#app/domain/meetings/calendar/keeping/disconnect.server.ts";
import { readNow } from "#app/domain/meetings/calendar/keeping/read-now.server.ts";
import { saveGroups } from "#app/domain/meetings/calendar/keeping/save-groups.server.ts";
import { saveRule } from "#app/domain/meetings/calendar/keeping/save-rule.server.ts";
import type { ReadSource } from "#app/gateways/calendar-source.server.ts";
import { calendarGroups, calendars } from "#db/schema/calendars.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { as, makeAccount } from "#test/factories/accounts.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeCalendar } from "#test/factories/connected-calendars.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";

const saying =
  (...parts: string[][]): ReadSource =>
  async () => ({
    ...{ changed: true, isWhole: true, gone: [], etag: null, lastModified: null, syncToken: null },
    resources: [{ href: "", etag: null, body: Buffer.from(calendar(...parts)) }],
  });
const network = vevent("UID:network@n", "DTSTART:20260505T090000Z", "SUMMARY:Place network");
const board = vevent("UID:board@n", "DTSTART:20260506T090000Z", "SUMMARY:Place board");
const read = saying(network, board);
const evil = {
  read: saying(vevent("UID:evil@n", "DTSTART:20260505T090000Z", "SUMMARY:Fake")),
  discover: async () => [],
};

const source = { kind: "address" as const, source: "https://diary.example/public.ics" };
const blank = { sealed: "", server: "", account: "", password: "", collection: "" };
const elsewhere = { ...blank, how: "address" as const, address: "https://evil.example/diary.ics" };

async function leadOf(ctx: Ctx, name: string) {
  const group = await makeGroup(ctx, { name });
  const lead: Ctx & { actor: Person } = as(
    ctx,
    await makeAccount(ctx, {
      name: `Lead of ${name}`,
      totpSince: ctx.now,
      totpSecret: "set up",
      roles: [["group-lead", group.id]],
    }),
  );
  const connect = (given: ReadSource = read) =>
    connectCalendar(lead, { owner: { noun: "group", slug: group.slug }, source }, given);
  return { group, lead, connect };
}

async function shared(ctx: Ctx) {
  const [a, b] = [await leadOf(ctx, "Board A"), await leadOf(ctx, "Board B")];
  const { calendarId: id } = await a.connect();
  expect((await b.connect()).calendarId).toBe(id);
  return { a, b, id };
}

const meetingsOf = async ({ db }: Ctx, groupId: string) => {
  const ids = db
    .select({ id: meetingGroups.meetingId })
    .from(meetingGroups)
    .where(eq(meetingGroups.groupId, groupId));
  const rows = await db.select().from(meetings).where(inArray(meetings.id, ids)).orderBy(meetings.startsAt);
  return rows.map(({ title, status }) => `${title}: ${status}`);
};
const rowOf = async ({ db }: Ctx, id: string) =>
  (await db.select().from(calendars).where(eq(calendars.id, id)))[0];
const servedBy = async ({ db }: Ctx, id: string) =>
  (await db.select().from(calendarGroups).where(eq(calendarGroups.calendarId, id))).map(
    ({ groupId }) => groupId,
  );
const both = ["Place network: planned", "Place board: planned"];
const refused = { name: "NotAllowed" };

describe("a lead who shares a calendar", () => {
  test("cannot move it for the other group, nor pause, end or answer for it", async ({ ctx }) => {
    const { a, b, id } = await shared(ctx);
    await expect(changeSource(b.lead, id, elsewhere, evil)).rejects.toMatchObject(refused);
    await expect(pauseCalendar(b.lead, id)).rejects.toMatchObject(refused);
    await expect(resumeCalendar(b.lead, id)).rejects.toMatchObject(refused);
    await expect(disconnectCalendar(b.lead, id, "withdraw")).rejects.toMatchObject(refused);
    await expect(confirmHold(b.lead, id)).rejects.toMatchObject(refused);
    await expect(keepUpload(b.lead, id, Buffer.from(""))).rejects.toMatchObject(refused);
    expect(await rowOf(ctx, id)).toMatchObject({
      pausedAt: null,
      disconnectedAt: null,
      sourceShown: "diary.example",
    });
    expect(await meetingsOf(ctx, a.group.id)).toEqual(both);
    await pauseCalendar(a.lead, id);
    await resumeCalendar(a.lead, id);
  });

  test("sees it and whom to ask, has it read, and sets the rule of their own group alone", async ({
    ctx,
  }) => {
    const { a, b, id } = await shared(ctx);
    expect(await showKeptCalendar(b.lead, id)).toMatchObject({
      mayChangeForAll: false,
      askWhom: "Lead of Board A",
    });
    expect(await showKeptCalendar(a.lead, id)).toMatchObject({ mayChangeForAll: true });
    expect(await readNow(b.lead, id, read)).toMatchObject({ outcome: "unchanged" });
    const match = { by: "title" as const, pattern: "board" };
    await expect(saveRule(b.lead, id, { group: a.group.slug, match })).rejects.toMatchObject(refused);
    await saveRule(b.lead, id, { group: b.group.slug, match });
    expect(await meetingsOf(ctx, a.group.id)).toEqual(both);
    expect(await meetingsOf(ctx, b.group.id)).toEqual(["Place board: planned"]);
  });

  test("takes their own group out, and never the other", async ({ ctx }) => {
    const { a, b, id } = await shared(ctx);
    expect(await saveGroups(b.lead, id, [b.group.id])).toEqual({ isKept: true });
    expect((await servedBy(ctx, id)).toSorted()).toEqual([a.group.id, b.group.id].toSorted());
    expect(await saveGroups(b.lead, id, [])).toEqual({ isKept: false });
    expect(await servedBy(ctx, id)).toEqual([a.group.id]);
    expect(await meetingsOf(ctx, a.group.id)).toEqual(both);
    expect(await meetingsOf(ctx, b.group.id)).toEqual([]);
    await expect(saveGroups(a.lead, id, [])).rejects.toMatchObject({
      fields: { groups: expect.any(String) },
    });
  });

  test("is told to ask the team once whoever connected it keeps it no more", async ({ ctx }) => {
    const { b, id } = await shared(ctx);
    const nobody = await makeAccount(ctx);
    await ctx.db.update(calendars).set({ connectedById: nobody.id });
    expect(await showKeptCalendar(b.lead, id)).toMatchObject({ mayChangeForAll: false, askWhom: null });
  });
});

describe("connecting what was disconnected", () => {
  test("brings it back for the group whose alone it was", async ({ ctx }) => {
    const a = await leadOf(ctx, "Board A");
    const { calendarId: id } = await a.connect();
    await disconnectCalendar(a.lead, id, "withdraw");
    expect((await a.connect()).calendarId).toBe(id);
    expect(await meetingsOf(ctx, a.group.id)).toEqual(both);
  });

  test("by another group revives nothing for the one that ended it", async ({ ctx }) => {
    const [a, b] = [await leadOf(ctx, "Board A"), await leadOf(ctx, "Board B")];
    const { calendarId: id } = await a.connect();
    await disconnectCalendar(a.lead, id, "withdraw");
    const { calendarId: other } = await b.connect();
    expect(other).not.toBe(id);
    expect((await rowOf(ctx, id))?.disconnectedAt).toEqual(ctx.now);
    expect(await servedBy(ctx, other)).toEqual([b.group.id]);
    expect(await meetingsOf(ctx, b.group.id)).toEqual(both);
    expect((await meetingsOf(ctx, a.group.id)).filter((words) => words.endsWith("planned"))).toEqual([]);
  });

  test("by one of two that shared it revives nothing for the other", async ({ ctx }) => {
    const { a, b, id } = await shared(ctx);
    await disconnectCalendar(a.lead, id, "withdraw");
    const { calendarId: other } = await a.connect();
    expect(await servedBy(ctx, other)).toEqual([a.group.id]);
    expect(await servedBy(ctx, id)).toEqual([b.group.id]);
    expect(await meetingsOf(ctx, a.group.id)).toEqual(both);
    expect((await meetingsOf(ctx, b.group.id)).filter((words) => words.endsWith("planned"))).toEqual([]);
  });
});

test("a group has twenty calendars at most, and is told so", async ({ ctx }) => {
  const a = await leadOf(ctx, "Board A");
  for (let at = 0; at < 20; at += 1) {
    const { id } = await makeCalendar(ctx.db);
    await ctx.db.insert(calendarGroups).values({ calendarId: id, groupId: a.group.id });
  }
  await expect(a.connect()).rejects.toThrow("Board A has 20 connected calendars");
  await ctx.db
    .update(calendars)
    .set({ disconnectedAt: ctx.now })
    .where(eq(calendars.id, (await servedOf(ctx, a.group.id))[0] ?? ""));
  await a.connect();
});

const servedOf = async ({ db }: Ctx, groupId: string) =>
  (await db.select().from(calendarGroups).where(eq(calendarGroups.groupId, groupId))).map(
    ({ calendarId }) => calendarId,
  );
