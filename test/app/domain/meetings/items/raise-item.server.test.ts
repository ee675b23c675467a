import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid, NotAllowed, NotFound } from "#app/domain/errors.ts";
import { findAgenda } from "#app/domain/meetings/agenda/find-agenda.server.ts";
import { publishAgenda } from "#app/domain/meetings/agenda/publish-agenda.server.ts";
import { refreshAgendas } from "#app/domain/meetings/agenda/refresh-agendas.server.ts";
import { findMeeting } from "#app/domain/meetings/find.server.ts";
import { findRaisedItem } from "#app/domain/meetings/items/find-items.server.ts";
import { raiseItem } from "#app/domain/meetings/items/raise-item.server.ts";
import { withdrawItem } from "#app/domain/meetings/items/withdraw-item.server.ts";
import { changes } from "#db/schema/accounts.ts";
import { forwardPlanEntries, meetings } from "#db/schema/meetings.ts";
import { makeFeed, makeGroup, makeMeeting, makePerson, makeStandingItems } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";

/** The clock of these tests stands at 14 April 2026. */
async function network(ctx: Ctx) {
  const from = await makeGroup(ctx, { kind: "place-network", name: "Norwich VCSE Place Network" });
  const board = await makeGroup(ctx, { kind: "place-board", name: "Norwich Place Board" });
  await makeFeed(ctx, from.id, board.id);
  await makeStandingItems(ctx, board.id, ["Apologies", "Declarations of interests"], ["Any other business"]);
  const meeting = await makeMeeting(ctx, [from.id], { heldOn: "2026-04-15" });
  const lead = await makePerson(ctx, [["group-lead", from.id]]);
  const secretary = await makePerson(ctx, [["secretariat", board.id]], "Tom Ridley");
  return { from, board, meeting, asLead: { ...ctx, actor: lead }, asSecretary: { ...ctx, actor: secretary } };
}

const input = (toGroupId: string) => ({
  ...{
    toGroupId,
    title: "Transport to the day centre",
    whyItMatters: "People miss meals.",
    ask: "A shuttle twice a week.",
  },
  ...{ evidence: "", purpose: "decide" as const },
});

const agendaOf = async (ctx: Ctx, id: string) =>
  (await findAgenda(ctx, await findMeeting(ctx, id))).map(({ number, title }) => `${number} ${title}`);

describe("raising an item", () => {
  test("puts it on the draft agenda of the board's next meeting, between business and closing items", async ({
    ctx,
  }) => {
    const { board, meeting, asLead } = await network(ctx);
    const next = await makeMeeting(ctx, [board.id], { heldOn: "2026-05-14" });
    await ctx.db.insert(forwardPlanEntries).values([
      { groupId: board.id, title: "Winter plan", dueFrom: "2026-05-01" },
      { groupId: board.id, title: "Next year's plan", dueFrom: "2026-09-01" },
      { groupId: board.id, title: "A confidential matter", dueFrom: "2026-05-01", isPrivate: true },
    ]);
    const { id } = await raiseItem(asLead, meeting.id, input(board.id));

    expect(await agendaOf(asLead, next.id)).toEqual([
      "1 Apologies",
      "2 Declarations of interests",
      "3 Winter plan",
      "4 Transport to the day centre",
      "5 Any other business",
    ]);
    const item = await findRaisedItem(asLead, id);
    expect(item).toMatchObject({
      status: "placed",
      agenda: { meetingId: next.id, number: "4", state: "draft" },
    });
    const [line] = (await findAgenda(asLead, await findMeeting(asLead, next.id))).filter(
      ({ raised }) => raised,
    );
    expect(line?.raised).toMatchObject({
      id,
      group: "Norwich VCSE Place Network",
      at: { meetingId: meeting.id },
    });
  });

  test("is recorded: who, when, what", async ({ ctx }) => {
    const { board, meeting, asLead } = await network(ctx);
    const { id } = await raiseItem(asLead, meeting.id, input(board.id));
    const [row] = await ctx.db.select().from(changes).where(eq(changes.nounId, id));
    expect(row).toMatchObject({ deed: "raise item", personId: asLead.actor.id, at: ctx.now });
  });

  test("waits where the board has no meeting, and is placed as soon as one is planned", async ({ ctx }) => {
    const { board, meeting, asLead } = await network(ctx);
    const { id } = await raiseItem(asLead, meeting.id, input(board.id));
    expect(await findRaisedItem(asLead, id)).toMatchObject({ status: "raised", agenda: null });
    const next = await makeMeeting(ctx, [board.id], { heldOn: "2026-07-09" });
    await refreshAgendas(asLead, [board.id]);
    expect(await findRaisedItem(asLead, id)).toMatchObject({
      status: "placed",
      agenda: { meetingId: next.id },
    });
  });

  test("passes over a meeting whose papers are due already, is provisional, or has its agenda published", async ({
    ctx,
  }) => {
    const { board, meeting, asLead } = await network(ctx);
    await makeMeeting(ctx, [board.id], { heldOn: "2026-04-20" });
    await makeMeeting(ctx, [board.id], { heldOn: "2026-05-01", status: "tentative" });
    await makeMeeting(ctx, [board.id], {
      heldOn: "2026-05-14",
      agendaState: "published",
      agendaPublishedAt: ctx.now,
    });
    const right = await makeMeeting(ctx, [board.id], { heldOn: "2026-06-11" });
    const { id } = await raiseItem(asLead, meeting.id, input(board.id));
    expect((await findRaisedItem(asLead, id)).agenda?.meetingId).toBe(right.id);
  });

  test("goes on to the next meeting when the first is cancelled", async ({ ctx }) => {
    const { board, meeting, asLead } = await network(ctx);
    const first = await makeMeeting(ctx, [board.id], { heldOn: "2026-05-14" });
    const second = await makeMeeting(ctx, [board.id], { heldOn: "2026-06-11" });
    const { id } = await raiseItem(asLead, meeting.id, input(board.id));
    await ctx.db.update(meetings).set({ status: "cancelled" }).where(eq(meetings.id, first.id));
    await refreshAgendas(asLead, [board.id]);
    expect((await findRaisedItem(asLead, id)).agenda?.meetingId).toBe(second.id);
    expect(await agendaOf(asLead, first.id)).not.toContain("3 Transport to the day centre");
  });

  test("refreshing again changes and records nothing", async ({ ctx }) => {
    const { board, meeting, asLead } = await network(ctx);
    const next = await makeMeeting(ctx, [board.id], { heldOn: "2026-05-14" });
    await raiseItem(asLead, meeting.id, input(board.id));
    const before = [await agendaOf(asLead, next.id), (await ctx.db.select().from(changes)).length];
    await refreshAgendas(asLead, [board.id]);
    expect([await agendaOf(asLead, next.id), (await ctx.db.select().from(changes)).length]).toEqual(before);
  });

  test("raises the same words once, however often they are sent", async ({ ctx }) => {
    const { board, meeting, asLead } = await network(ctx);
    const first = await raiseItem(asLead, meeting.id, input(board.id));
    expect(await raiseItem(asLead, meeting.id, input(board.id))).toEqual(first);
    expect(await raiseItem(asLead, meeting.id, { ...input(board.id), ask: "Something else." })).not.toEqual(
      first,
    );
  });

  test("brings a forward-plan entry to the next meeting where the one it was meant for went out without it", async ({
    ctx,
  }) => {
    const { board, meeting, asLead } = await network(ctx);
    const gone = await makeMeeting(ctx, [board.id], {
      ...{ heldOn: "2026-04-30", agendaState: "published", agendaPublishedAt: ctx.now },
    });
    const next = await makeMeeting(ctx, [board.id], { heldOn: "2026-05-28" });
    await ctx.db
      .insert(forwardPlanEntries)
      .values({ groupId: board.id, meetingId: gone.id, title: "Winter plan", dueFrom: "2026-04-30" });
    await raiseItem(asLead, meeting.id, input(board.id));
    expect(await agendaOf(asLead, next.id)).toContain("3 Winter plan");
  });

  test("is refused for outsiders, for boards the group does not feed, and at cancelled meetings", async ({
    ctx,
  }) => {
    const { board, meeting, asLead, asSecretary } = await network(ctx);
    const stranger = await makeGroup(ctx, { kind: "partnership" });
    await expect(raiseItem(asSecretary, meeting.id, input(board.id))).rejects.toThrow(NotAllowed);
    await expect(raiseItem(asLead, meeting.id, input(stranger.id))).rejects.toThrow(Invalid);
    await expect(raiseItem(asLead, "not-an-id", input(board.id))).rejects.toThrow(NotFound);
    await ctx.db.update(meetings).set({ status: "cancelled" }).where(eq(meetings.id, meeting.id));
    await expect(raiseItem(asLead, meeting.id, input(board.id))).rejects.toThrow(Conflict);
  });
});

describe("withdrawing an item", () => {
  test("takes it off the draft, whose numbers close up", async ({ ctx }) => {
    const { board, meeting, asLead } = await network(ctx);
    const next = await makeMeeting(ctx, [board.id], { heldOn: "2026-05-14" });
    const { id } = await raiseItem(asLead, meeting.id, input(board.id));
    await withdrawItem(asLead, id);
    expect(await agendaOf(asLead, next.id)).toEqual([
      "1 Apologies",
      "2 Declarations of interests",
      "3 Any other business",
    ]);
    expect(await findRaisedItem(asLead, id)).toMatchObject({ status: "withdrawn", agenda: null });
  });

  test("is too late once the agenda is published", async ({ ctx }) => {
    const { board, meeting, asLead, asSecretary } = await network(ctx);
    const next = await makeMeeting(ctx, [board.id], { heldOn: "2026-05-14" });
    const { id } = await raiseItem(asLead, meeting.id, input(board.id));
    await publishAgenda(asSecretary, next.id);
    await expect(withdrawItem(asLead, id)).rejects.toThrow(Conflict);
  });
});

describe("a meeting held in private", () => {
  test("is not given away by what was raised at it, nor by the meeting that starts on its rise", async ({
    ctx,
  }) => {
    const { from, board, asLead, asSecretary } = await network(ctx);
    const closed = await makeMeeting(ctx, [from.id], {
      heldOn: "2026-04-16",
      isPublic: false,
      title: "Closed session",
    });
    const next = await makeMeeting(ctx, [board.id], { heldOn: "2026-05-14" });
    const { id } = await raiseItem(asLead, closed.id, input(board.id));
    await publishAgenda(asSecretary, next.id);
    expect(await findRaisedItem(ctx, id)).toMatchObject({ at: null });
    expect(await findRaisedItem(asLead, id)).toMatchObject({ at: { title: "Closed session" } });
    const raised = (await findAgenda(ctx, await findMeeting(ctx, next.id))).flatMap(
      (line) => line.raised ?? [],
    );
    expect(raised).toMatchObject([{ at: null }]);
    const after = await makeMeeting(ctx, [board.id], { startsAt: null, onRiseOfId: closed.id });
    expect((await findMeeting(ctx, after.id)).onRiseOf).toBeNull();
    expect((await findMeeting(asLead, after.id)).onRiseOf?.title).toBe("Closed session");
  });

  test("hides the board's private agenda from an item's page", async ({ ctx }) => {
    const { board, meeting, asLead, asSecretary } = await network(ctx);
    const next = await makeMeeting(ctx, [board.id], { heldOn: "2026-05-14", isPublic: false });
    const { id } = await raiseItem(asLead, meeting.id, input(board.id));
    await publishAgenda(asSecretary, next.id);
    await expect(findRaisedItem(ctx, id)).rejects.toThrow(NotFound);
  });
});

describe("publishing an agenda", () => {
  test("opens it, and the network's item with it, to everybody", async ({ ctx }) => {
    const { board, meeting, asLead, asSecretary } = await network(ctx);
    const next = await makeMeeting(ctx, [board.id], { heldOn: "2026-05-14" });
    const { id } = await raiseItem(asLead, meeting.id, input(board.id));
    expect(await agendaOf(ctx, next.id)).toEqual([]);
    await expect(findRaisedItem(ctx, id)).rejects.toThrow(NotFound);
    await expect(publishAgenda(asLead, next.id)).rejects.toThrow(NotAllowed);
    await publishAgenda(asSecretary, next.id);
    expect(await agendaOf(ctx, next.id)).toContain("3 Transport to the day centre");
    expect(await findRaisedItem(ctx, id)).toMatchObject({ status: "placed" });
    await expect(publishAgenda(asSecretary, next.id)).rejects.toThrow(Conflict);
  });

  test("is refused for a meeting that was called off", async ({ ctx }) => {
    const { board, asSecretary } = await network(ctx);
    const off = await makeMeeting(ctx, [board.id], {
      heldOn: "2026-05-14",
      status: "cancelled",
      agendaState: "draft",
    });
    await expect(publishAgenda(asSecretary, off.id)).rejects.toThrow(Conflict);
  });
});
