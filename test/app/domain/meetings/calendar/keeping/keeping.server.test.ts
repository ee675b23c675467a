import { and, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { findMyCalendars } from "#app/domain/calendars/keeping/find-mine.server.ts";
import { findHeldEvent, findHeldEvents } from "#app/domain/calendars/keeping/held-events.server.ts";
import { showKeptCalendar } from "#app/domain/calendars/keeping/show-kept.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { connectCalendar } from "#app/domain/meetings/calendar/connect-calendar.server.ts";
import { keepUpload } from "#app/domain/meetings/calendar/keep-upload.server.ts";
import { disconnectCalendar } from "#app/domain/meetings/calendar/keeping/disconnect.server.ts";
import { confirmAndRead } from "#app/domain/meetings/calendar/keeping/read-now.server.ts";
import { releaseEvent } from "#app/domain/meetings/calendar/keeping/release-event.server.ts";
import { findGroupChoices, saveGroups } from "#app/domain/meetings/calendar/keeping/save-groups.server.ts";
import { saveRule } from "#app/domain/meetings/calendar/keeping/save-rule.server.ts";
import { changes } from "#db/schema/accounts.ts";
import { calendarGroups, calendars, events } from "#db/schema/calendars.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeGroup, makePerson } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";

const network = vevent(
  "UID:network@n",
  "DTSTART:20260505T090000Z",
  "SUMMARY:Place network",
  "CATEGORIES:Network",
);
const board = vevent("UID:board@n", "DTSTART:20260506T090000Z", "SUMMARY:Place board");
const over = vevent("UID:over@n", "DTSTART:20260401T090000Z", "SUMMARY:Place network in April");
const untitled = vevent("UID:blank@n", "DTSTART:20260507T090000Z", "SUMMARY:");

const refuse = () => Promise.reject(new Error("Nobody outside is asked for an upload"));

/** An uploaded calendar of a group, connected by its lead. */
async function connected(ctx: Ctx, ...parts: string[][]) {
  const group = await makeGroup(ctx);
  const lead: Ctx & { actor: Person } = { ...ctx, actor: await makePerson(ctx, [["group-lead", group.id]]) };
  const upload = Buffer.from(calendar(...parts));
  const input = { owner: { noun: "group" as const, slug: group.slug }, source: source(), upload };
  const { calendarId } = await connectCalendar(lead, input, refuse);
  const stranger = { ...ctx, actor: await makePerson(ctx) };
  return { group, lead, stranger, id: calendarId };
}

const source = () => ({ kind: "upload" as const, source: "diary.ics" });

const meetingsOf = async ({ db }: Ctx, groupId: string) => {
  const rows = await db
    .select({ title: meetings.title, status: meetings.status })
    .from(meetings)
    .innerJoin(
      meetingGroups,
      and(eq(meetingGroups.meetingId, meetings.id), eq(meetingGroups.groupId, groupId)),
    )
    .orderBy(meetings.startsAt);
  return rows.map(({ title, status }) => `${title}: ${status}`);
};

const deedsOf = async ({ db }: Ctx, id: string) =>
  (await db.select().from(changes).where(eq(changes.nounId, id))).map(({ deed }) => deed);

describe("the rule of a calendar", () => {
  test("withdraws what it no longer takes, and brings it back", async ({ ctx }) => {
    const { group, lead, id } = await connected(ctx, network, board);
    expect(await meetingsOf(ctx, group.id)).toEqual(["Place network: planned", "Place board: planned"]);
    await saveRule(lead, id, { group: group.slug, match: { by: "category", pattern: "network" } });
    expect(await meetingsOf(ctx, group.id)).toEqual(["Place network: planned", "Place board: withdrawn"]);
    await saveRule(lead, id, { group: group.slug, match: { by: "title", pattern: "PLACE" } });
    expect(await meetingsOf(ctx, group.id)).toEqual(["Place network: planned", "Place board: planned"]);
    expect((await deedsOf(ctx, id)).filter((deed) => deed === "change rule of calendar")).toHaveLength(2);
  });

  test("is for its keepers, and has its words", async ({ ctx }) => {
    const { group, lead, stranger, id } = await connected(ctx, network);
    const rule = { group: group.slug, match: { by: "all" as const, pattern: "" } };
    await expect(saveRule(stranger, id, rule)).rejects.toMatchObject({ name: "NotFound" });
    await expect(saveRule(lead, id, { ...rule, group: "other" })).rejects.toMatchObject({ name: "NotFound" });
    const blank = { group: group.slug, match: { by: "title" as const, pattern: " " } };
    await expect(saveRule(lead, id, blank)).rejects.toMatchObject({ fields: { words: expect.any(String) } });
  });
});

describe("the groups of a calendar", () => {
  test("a joint one serves several, and one that leaves keeps what is past", async ({ ctx }) => {
    const { group, lead, id } = await connected(ctx, over, network);
    const other = await makeGroup(ctx, { name: "Other board" });
    const both = {
      ...lead,
      actor: {
        ...lead.actor,
        roles: [...lead.actor.roles, { role: "group-lead" as const, scopeId: other.id }],
      },
    };
    expect((await findGroupChoices(both, id)).groups.map(({ isServed }) => isServed).toSorted()).toEqual([
      false,
      true,
    ]);
    await saveGroups(both, id, [group.id, other.id], { by: "title", pattern: "partnership" });
    expect(await meetingsOf(ctx, other.id)).toEqual([]);
    await saveGroups(both, id, [group.id]);
    await saveGroups(both, id, [group.id, other.id]);
    expect(await meetingsOf(ctx, other.id)).toContain("Place network: planned");
    await saveGroups(both, id, [other.id]);
    expect(await meetingsOf(ctx, group.id)).toEqual(["Place network in April: planned"]);
    expect(await meetingsOf(ctx, other.id)).toContain("Place network: planned");
    expect((await deedsOf(ctx, id)).filter((deed) => deed === "change groups of calendar")).toHaveLength(4);
  });

  test("nobody gives a calendar to a group that they do not run, nor takes it from all", async ({ ctx }) => {
    const { group, lead, stranger, id } = await connected(ctx, network);
    const other = await makeGroup(ctx);
    await expect(saveGroups(lead, id, [group.id, other.id])).rejects.toMatchObject({ name: "Invalid" });
    await expect(saveGroups(lead, id, [])).rejects.toMatchObject({ name: "Invalid" });
    await expect(saveGroups(stranger, id, [group.id])).rejects.toMatchObject({ name: "NotFound" });
    expect(await ctx.db.select().from(calendarGroups).where(eq(calendarGroups.calendarId, id))).toHaveLength(
      1,
    );
  });
});

describe("case 49: an event without a title", () => {
  test("waits, becomes a meeting under a title that is given, and keeps it when the calendar changes", async ({
    ctx,
  }) => {
    const { group, lead, id } = await connected(ctx, network, untitled);
    expect(await meetingsOf(ctx, group.id)).toEqual(["Place network: planned"]);
    const [held] = await findHeldEvents(lead, id);
    await releaseEvent(lead, id, held?.id ?? "", "Away day");
    expect(await meetingsOf(ctx, group.id)).toContain("Away day: planned");
    const changed = calendar(network, board, untitled);
    await keepUpload(lead, id, Buffer.from(changed));
    expect(await meetingsOf(ctx, group.id)).toContain("Away day: planned");
    expect(await findHeldEvents(lead, id)).toEqual([]);
    expect(await deedsOf(ctx, held?.id ?? "")).toEqual(["show untitled event"]);
  });

  test("may be shown as it is, and takes the calendar's own title once there is one", async ({ ctx }) => {
    const { group, lead, stranger, id } = await connected(ctx, untitled);
    const [held] = await findHeldEvents(lead, id);
    await expect(releaseEvent(stranger, id, held?.id ?? "", "")).rejects.toMatchObject({ name: "NotFound" });
    await releaseEvent(lead, id, held?.id ?? "", "");
    expect(await meetingsOf(ctx, group.id)).toEqual(["Untitled event: planned"]);
    const titled = calendar(
      vevent("UID:blank@n", "DTSTART:20260507T090000Z", "SUMMARY:Picnic", "SEQUENCE:1"),
    );
    await keepUpload(lead, id, Buffer.from(titled));
    expect(await meetingsOf(ctx, group.id)).toEqual(["Picnic: planned"]);
  });
});

test("an event without a title that left its calendar again is asked about no more", async ({ ctx }) => {
  const { lead, id } = await connected(ctx, network, untitled);
  const waiting = async () => (await findMyCalendars(lead)).calendars.map((line) => line.waiting);
  expect(await waiting()).toEqual([1]);
  await keepUpload(lead, id, Buffer.from(calendar(network)));
  expect(await findHeldEvents(lead, id)).toEqual([]);
  expect(await waiting()).toEqual([0]);
});

describe("two keepers of one event without a title", () => {
  const refusal = (said: RegExp) => ({ name: "Conflict", message: expect.stringMatching(said) });

  test("the second reads which title the first gave, and changes nothing", async ({ ctx }) => {
    const { group, lead, stranger, id } = await connected(ctx, untitled);
    const [held] = await findHeldEvents(lead, id);
    await releaseEvent(lead, id, held?.id ?? "", "Away day");
    const said = refusal(/somebody has given it the title “Away day”/);
    await expect(findHeldEvent(lead, id, held?.id ?? "")).rejects.toMatchObject(said);
    await expect(releaseEvent(lead, id, held?.id ?? "", "Picnic")).rejects.toMatchObject(said);
    expect(await meetingsOf(ctx, group.id)).toEqual(["Away day: planned"]);
    const outside = findHeldEvent(stranger, id, held?.id ?? "");
    await expect(outside).rejects.toMatchObject({ name: "NotFound" });
  });

  test("the second reads that it is shown without one, or what the calendar calls it now", async ({
    ctx,
  }) => {
    const { lead, id } = await connected(ctx, untitled);
    const [held] = await findHeldEvents(lead, id);
    await releaseEvent(lead, id, held?.id ?? "", "");
    const asked = () => findHeldEvent(lead, id, held?.id ?? "");
    await expect(asked()).rejects.toMatchObject(refusal(/may be shown without a title/));
    const picnic = vevent("UID:blank@n", "DTSTART:20260507T090000Z", "SUMMARY:Picnic", "SEQUENCE:1");
    await keepUpload(lead, id, Buffer.from(calendar(picnic)));
    await expect(asked()).rejects.toMatchObject(refusal(/its title now, “Picnic”/));
  });

  test("the notice of an event without a title says what became of it, also after the next reading", async ({
    ctx,
  }) => {
    const second = vevent("UID:second@n", "DTSTART:20260508T090000Z", "SUMMARY:");
    const { lead, id } = await connected(ctx, untitled, second);
    const noticesOf = async () =>
      (await showKeptCalendar(lead, id)).notices.map(({ summary, message }) => `${summary}: ${message}`);
    const waits = "null: This event has no title, so nobody else sees it until somebody gives it one.";
    expect(await noticesOf()).toEqual([waits, waits]);
    const [first, other] = await findHeldEvents(lead, id);
    await releaseEvent(lead, id, first?.id ?? "", "Away day");
    await releaseEvent(lead, id, other?.id ?? "", "");
    const said = [
      "Away day: It has no title in the calendar. Somebody gave it this one here.",
      "null: This event has no title in the calendar. Somebody said that it may be shown without one.",
    ];
    expect((await noticesOf()).toSorted()).toEqual(said);
    await keepUpload(lead, id, Buffer.from(calendar(network, untitled, second)));
    expect((await noticesOf()).toSorted()).toEqual(said);
  });
});

describe("a text that is held", () => {
  test("the second who says that it is right reads that somebody has said so", async ({ ctx }) => {
    const boards = [1, 2, 3, 4, 5].map((day) =>
      vevent(`UID:board-${day}@n`, `DTSTART:2026060${day}T090000Z`, `SUMMARY:Place board ${day}`),
    );
    const { lead, id } = await connected(ctx, network, ...boards);
    const meanwhile = (minutes: number) => ({ ...lead, now: new Date(ctx.now.getTime() + minutes * 60_000) });
    await keepUpload(meanwhile(1), id, Buffer.from(calendar(network)));
    await keepUpload(meanwhile(2), id, Buffer.from(calendar(network, ...boards)));
    await expect(confirmAndRead(meanwhile(3), id, refuse)).rejects.toMatchObject({
      message: expect.stringContaining("The calendar was read again meanwhile"),
    });
    await keepUpload(meanwhile(4), id, Buffer.from(calendar(network)));
    await confirmAndRead(meanwhile(5), id, refuse);
    await expect(confirmAndRead(meanwhile(6), id, refuse)).rejects.toMatchObject({
      ...{
        name: "Conflict",
        message: expect.stringContaining("Somebody has already said that the new text"),
      },
    });
  });

  test("case 66: is believed once its keeper says so, and withdrawn at once", async ({ ctx }) => {
    const boards = [1, 2, 3, 4, 5].map((day) =>
      vevent(`UID:board-${day}@n`, `DTSTART:2026060${day}T090000Z`, `SUMMARY:Place board ${day}`),
    );
    const { group, lead, stranger, id } = await connected(ctx, network, ...boards);
    const report = await keepUpload(lead, id, Buffer.from(calendar(network)));
    expect(report).toMatchObject({ outcome: "held", hold: { vanishing: 5, ofToCome: 6 } });
    await expect(confirmAndRead(stranger, id, refuse)).rejects.toMatchObject({ name: "NotFound" });
    expect(await confirmAndRead(lead, id, refuse)).toMatchObject({ outcome: "changed", withdrawn: 5 });
    const withdrawn = boards.map((_, at) => `Place board ${at + 1}: withdrawn`);
    expect(await meetingsOf(ctx, group.id)).toEqual(["Place network: planned", ...withdrawn]);
  });
});

describe("disconnecting", () => {
  test("keeps what is to come where that is wanted", async ({ ctx }) => {
    const { group, lead, id } = await connected(ctx, over, network);
    await disconnectCalendar(lead, id, "keep");
    expect(await meetingsOf(ctx, group.id)).toEqual([
      "Place network in April: planned",
      "Place network: planned",
    ]);
    await expect(disconnectCalendar(lead, id, "keep")).rejects.toMatchObject({ name: "Conflict" });
    expect(await deedsOf(ctx, id)).toContain("disconnect calendar");
  });

  test("or withdraws it, erases nothing, and never touches the past", async ({ ctx }) => {
    const { group, lead, stranger, id } = await connected(ctx, over, network);
    await expect(disconnectCalendar(stranger, id, "withdraw")).rejects.toMatchObject({ name: "NotFound" });
    await disconnectCalendar(lead, id, "withdraw");
    expect(await meetingsOf(ctx, group.id)).toEqual([
      "Place network in April: planned",
      "Place network: withdrawn",
    ]);
    expect(await ctx.db.select().from(events).where(eq(events.calendarId, id))).toHaveLength(2);
    const [row] = await ctx.db.select().from(calendars).where(eq(calendars.id, id));
    expect(row).toMatchObject({ disconnectedAt: ctx.now, sealedPassword: null });
  });
});
