import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { findAgenda } from "#app/domain/meetings/agenda/find-agenda.server.ts";
import { findOpenMeetings } from "#app/domain/meetings/agenda/open-meeting.server.ts";
import { publishAgenda } from "#app/domain/meetings/agenda/publish-agenda.server.ts";
import { findMeeting, findMeetings } from "#app/domain/meetings/find.server.ts";
import { raiseItem } from "#app/domain/meetings/items/raise-item.server.ts";
import { showMeeting } from "#app/domain/meetings/show-meeting.server.ts";
import { changes } from "#db/schema/accounts.ts";
import { agendaItems, meetings, raisedItems } from "#db/schema/meetings.ts";
import { vevent } from "#test/factories/calendars.ts";
import { Diaries, meetingsIn } from "#test/factories/diaries.ts";
import { makeFeed, makeGroup, makePerson, makeStandingItems } from "#test/factories/meetings.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });

const network = vevent(
  "UID:network@x.example",
  "DTSTART;TZID=Europe/London:20260512T100000",
  "DURATION:PT2H",
  "RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU;COUNT=3",
  "SUMMARY:Network meeting",
);
/** What becomes of the August date of the network's series. */
const august = (...lines: string[]) =>
  vevent(
    "UID:network@x.example",
    "RECURRENCE-ID;TZID=Europe/London:20260811T100000",
    "SUMMARY:Network meeting",
    ...lines,
  );
const movedTo = (time: string) => august(`DTSTART;TZID=Europe/London:${time}`, "DURATION:PT2H", "SEQUENCE:1");
const cancelled = (...lines: string[]) =>
  august("DTSTART;TZID=Europe/London:20260811T100000", "STATUS:CANCELLED", ...lines);
const board = (...lines: string[]) =>
  vevent("UID:board@x.example", "DURATION:PT2H", "SUMMARY:Place board", ...lines);

/** A network and the board that it feeds, with a diary each, and an item raised in August that waits on the board's draft. */
async function world(ctx: Ctx) {
  const diaries = new Diaries(ctx);
  const from = await makeGroup(ctx, { kind: "forum", name: "Dementia forum" });
  const to = await makeGroup(ctx, { kind: "partnership", name: "Place board" });
  await makeFeed(ctx, from.id, to.id);
  await makeStandingItems(ctx, to.id, ["Welcome"]);
  await diaries.connect(from, "network", [network]);
  await diaries.connect(to, "board", [
    board("DTSTART:20260915T090000Z"),
    vevent("UID:second@x.example", "DTSTART:20261015T090000Z", "SUMMARY:Place board"),
  ]);
  const found = await meetingsIn(ctx);
  const at = (title: string, day: string) =>
    found.find((one) => one.title === title && one.heldOn === day)?.id ?? "";
  const lead = await makePerson(ctx, [["group-lead", from.id]]);
  const summer = at("Network meeting", "2026-08-11");
  const item = await raiseItem({ ...ctx, actor: lead }, summer, {
    toGroupId: to.id,
    title: "Transport to the day centre",
    whyItMatters: "People miss meals.",
    ask: "A shuttle.",
    evidence: "",
    purpose: "comment",
  });
  return { diaries, from, to, lead, summer, item, autumn: at("Place board", "2026-09-15") };
}

const one = async (ctx: Ctx, id: string) => {
  const [row] = await ctx.db.select().from(meetings).where(eq(meetings.id, id));
  return row;
};
const linesOf = async (ctx: Ctx, id: string) =>
  (await ctx.db.select().from(agendaItems).where(eq(agendaItems.meetingId, id))).map(({ title }) => title);

describe("a meeting that its diary moves", () => {
  test("case 31: keeps its address, its items and the draft they wait on, and says from when", async ({
    ctx,
  }) => {
    const { diaries, summer, item, autumn } = await world(ctx);
    await diaries.says("network", [network, movedTo("20260818T140000")]);
    expect(await one(ctx, summer)).toMatchObject({
      heldOn: "2026-08-18",
      startsAt: new Date("2026-08-18T13:00:00Z"),
      movedFrom: new Date("2026-08-11T09:00:00Z"),
      status: "planned",
      calledOffAt: null,
      sequence: 1,
    });
    const shown = await showMeeting(ctx, summer);
    expect(shown.items.map(({ id }) => id)).toEqual([item.id]);
    expect(await linesOf(ctx, autumn)).toEqual(["Welcome", "Transport to the day centre"]);
    const [recorded] = await ctx.db.select().from(changes).where(eq(changes.nounId, summer)).offset(1);
    expect(recorded).toMatchObject({ deed: "follow calendar", actorKind: "job" });
  });

  test("case 32: an override that stands before its series moves it as well", async ({ ctx }) => {
    const { diaries, summer } = await world(ctx);
    await diaries.says("network", [movedTo("20260818T140000"), network]);
    expect(await one(ctx, summer)).toMatchObject({ heldOn: "2026-08-18" });
    expect(await meetingsIn(ctx)).toHaveLength(5);
  });

  test("a board's draft agenda moves with it, and its deadlines follow the new day", async ({ ctx }) => {
    const { diaries, autumn } = await world(ctx);
    const second = vevent("UID:second@x.example", "DTSTART:20261015T090000Z", "SUMMARY:Place board");
    await diaries.says("board", [board("DTSTART:20260922T090000Z", "SEQUENCE:1"), second]);
    expect(await linesOf(ctx, autumn)).toEqual(["Welcome", "Transport to the day centre"]);
    expect((await showMeeting(ctx, autumn)).deadlines?.papersOn).toBe("2026-09-15");
  });

  test("a published agenda stays as it was published, and says from when its meeting moved", async ({
    ctx,
  }) => {
    const { diaries, autumn, to } = await world(ctx);
    const secretariat = await makePerson(ctx, [["secretariat", to.id]]);
    await publishAgenda({ ...ctx, actor: secretariat }, autumn);
    const second = vevent("UID:second@x.example", "DTSTART:20261015T090000Z", "SUMMARY:Place board");
    await diaries.says("board", [board("DTSTART:20260922T090000Z", "SEQUENCE:1"), second]);
    const visitor = { ...ctx, actor: { kind: "visitor" } as const };
    const meeting = await findMeeting(visitor, autumn);
    expect(meeting).toMatchObject({ agendaState: "published", movedFrom: "2026-09-15T09:00:00Z" });
    const lines = await findAgenda(visitor, meeting);
    expect(lines.map(({ title }) => title)).toEqual(["Welcome", "Transport to the day centre"]);
  });

  test("a board's meeting that moved nearer says that its papers were due; what comes now goes to the next", async ({
    ctx,
  }) => {
    const { diaries, autumn, to, lead, summer } = await world(ctx);
    const second = vevent("UID:second@x.example", "DTSTART:20261015T090000Z", "SUMMARY:Place board");
    await diaries.says("board", [board("DTSTART:20260417T090000Z", "SEQUENCE:1"), second]);
    expect((await showMeeting(ctx, autumn)).deadlines).toMatchObject({
      papersOn: "2026-04-10",
      isPast: true,
    });
    expect(await linesOf(ctx, autumn)).toContain("Transport to the day centre");
    await raiseItem({ ...ctx, actor: lead }, summer, {
      ...{ toGroupId: to.id, title: "A second one", whyItMatters: "It does.", ask: "Do it." },
      ...{ evidence: "", purpose: "comment" },
    });
    const next = (await meetingsIn(ctx)).find(({ heldOn }) => heldOn === "2026-10-15");
    expect(await linesOf(ctx, next?.id ?? "")).toContain("A second one");
  });

  test("one that was held or has ended is not touched", async ({ ctx }) => {
    const { diaries, summer } = await world(ctx);
    await ctx.db.update(meetings).set({ endedAt: new Date("2026-04-14T08:00:00Z") });
    await diaries.says("network", [network, movedTo("20260818T140000")]);
    expect(await one(ctx, summer)).toMatchObject({ heldOn: "2026-08-11", movedFrom: null, sequence: 0 });
  });
});

describe("a meeting that its diary calls off", () => {
  test("case 37: is shown as cancelled at the same address, and takes nothing any more", async ({ ctx }) => {
    const { diaries, summer, lead, from } = await world(ctx);
    await diaries.says("network", [network, cancelled("SEQUENCE:1")]);
    expect(await one(ctx, summer)).toMatchObject({ status: "cancelled", calledOffAt: ctx.now });
    const shown = await showMeeting({ ...ctx, actor: lead }, summer);
    expect([shown.may.raiseItem, shown.deadlines, shown.items.length]).toEqual([false, null, 1]);
    expect((await findOpenMeetings(ctx, [from.id])).get(from.id)?.heldOn).toBe("2026-05-12");
  });

  test("case 37: a board's business goes on to its next meeting", async ({ ctx }) => {
    const { diaries, autumn } = await world(ctx);
    await diaries.says("board", [
      board("DTSTART:20260915T090000Z", "STATUS:CANCELLED", "SEQUENCE:1"),
      vevent("UID:second@x.example", "DTSTART:20261015T090000Z", "SUMMARY:Place board"),
    ]);
    const next = (await meetingsIn(ctx)).find(({ heldOn }) => heldOn === "2026-10-15");
    expect(await linesOf(ctx, next?.id ?? "")).toEqual(["Welcome", "Transport to the day centre"]);
    expect(await linesOf(ctx, autumn)).toEqual(["Welcome"]);
  });

  test("case 38: a cancelled series is cancelled as a whole, and stays to be seen", async ({ ctx }) => {
    const { diaries } = await world(ctx);
    await diaries.says("network", [
      [...network.slice(0, -1), "STATUS:CANCELLED", "SEQUENCE:1", "END:VEVENT"],
    ]);
    const found = (await meetingsIn(ctx)).filter(({ title }) => title === "Network meeting");
    expect(found.map(({ status }) => status)).toEqual(["cancelled", "cancelled", "cancelled"]);
  });

  test("case 39: a higher SEQUENCE puts it on again, with all it had", async ({ ctx }) => {
    const { diaries, summer, item } = await world(ctx);
    await diaries.says("network", [network, cancelled("SEQUENCE:1")]);
    await diaries.says("network", [
      network,
      august("DTSTART;TZID=Europe/London:20260811T100000", "DURATION:PT2H", "SEQUENCE:2"),
    ]);
    expect(await one(ctx, summer)).toMatchObject({ status: "planned", calledOffAt: null });
    expect((await showMeeting(ctx, summer)).items.map(({ id }) => id)).toEqual([item.id]);
  });

  test("case 41: one that is gone from the feed is withdrawn by its organiser, and nothing of it is lost", async ({
    ctx,
  }) => {
    const { diaries, summer, item } = await world(ctx);
    const without = [...network.slice(0, -1), "EXDATE;TZID=Europe/London:20260811T100000", "END:VEVENT"];
    await diaries.says("network", [without]);
    expect(await one(ctx, summer)).toMatchObject({ status: "withdrawn", calledOffAt: ctx.now });
    const [kept] = await ctx.db.select().from(raisedItems).where(eq(raisedItems.id, item.id));
    expect(kept).toMatchObject({ meetingId: summer, status: "placed" });
  });
});

describe("where meetings are listed", () => {
  test("case 37: what was called off is listed apart, and is nobody's next meeting", async ({ ctx }) => {
    const { diaries, from } = await world(ctx);
    const may = vevent(
      "UID:network@x.example",
      "RECURRENCE-ID;TZID=Europe/London:20260512T100000",
      "DTSTART;TZID=Europe/London:20260512T100000",
      "SUMMARY:Network meeting",
      "STATUS:CANCELLED",
    );
    await diaries.says("network", [network, may]);
    const days = async (stands?: boolean) =>
      (await findMeetings(ctx, { group: from.slug, ...(stands === undefined ? {} : { stands }) })).map(
        ({ heldOn }) => heldOn,
      );
    expect(await days(true)).toEqual(["2026-08-11", "2026-11-10"]);
    expect(await days(false)).toEqual(["2026-05-12"]);
    expect(await days()).toEqual(["2026-05-12", "2026-08-11", "2026-11-10"]);
    // Said until its date has passed; then nothing of it is to come
    const calledOffOn = async (day: string) =>
      (
        await findMeetings({ ...ctx, now: new Date(`${day}T20:00:00Z`) }, { group: from.slug, stands: false })
      ).map(({ heldOn }) => heldOn);
    expect(await calledOffOn("2026-05-12")).toEqual(["2026-05-12"]);
    expect(await calledOffOn("2026-05-13")).toEqual([]);
  });

  test("from when a meeting moved is said until its day is over", async ({ ctx }) => {
    const { diaries, summer } = await world(ctx);
    await diaries.says("network", [network, movedTo("20260818T140000")]);
    const seenOn = async (day: string) =>
      (await findMeeting({ ...ctx, now: new Date(`${day}T20:00:00Z`) }, summer)).movedFrom;
    expect(await seenOn("2026-08-18")).toBe("2026-08-11T09:00:00Z");
    expect(await seenOn("2026-08-19")).toBeNull();
  });
});

describe("a provisional meeting", () => {
  const provisional = board("DTSTART:20260915T090000Z", "STATUS:TENTATIVE", "SEQUENCE:1");
  const second = vevent("UID:second@x.example", "DTSTART:20261015T090000Z", "SUMMARY:Place board");

  test("case 40: is placed on no agenda cycle: its draft lets go, and no deadline is promised", async ({
    ctx,
  }) => {
    const { diaries, autumn, to } = await world(ctx);
    await diaries.says("board", [provisional, second]);
    expect(await one(ctx, autumn)).toMatchObject({ status: "tentative", calledOffAt: null });
    const secretariat = await makePerson(ctx, [["secretariat", to.id]]);
    const shown = await showMeeting({ ...ctx, actor: secretariat }, autumn);
    expect([shown.deadlines, shown.may.publishAgenda]).toEqual([null, false]);
    const next = (await meetingsIn(ctx)).find(({ heldOn }) => heldOn === "2026-10-15");
    expect(await linesOf(ctx, next?.id ?? "")).toContain("Transport to the day centre");
    expect(await linesOf(ctx, autumn)).toEqual(["Welcome"]);
  });
});
