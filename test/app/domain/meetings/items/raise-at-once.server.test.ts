import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { publishAgenda } from "#app/domain/meetings/agenda/publish-agenda.server.ts";
import { raiseItem } from "#app/domain/meetings/items/raise-item.server.ts";
import { withdrawItem } from "#app/domain/meetings/items/withdraw-item.server.ts";
import { agendaItems } from "#db/schema/meetings.ts";
import { makeFeed, makeGroup, makeMeeting, makePerson, makeStandingItems } from "#test/factories/meetings.ts";
import { connection, NOW } from "#test/setup/context.ts";

const input = (toGroupId: string, title: string) => ({
  ...{ toGroupId, title, whyItMatters: "It does.", ask: "Do it.", evidence: "" },
  purpose: "decide" as const,
});

/** Two boards that meet together, each fed by a network; everything is committed, as several people act at once. */
async function twoBoards() {
  const ctx = { actor: { kind: "job", name: "test" } as const, db: connection().db, now: NOW };
  const networks = [
    await makeGroup(ctx, { kind: "place-network" }),
    await makeGroup(ctx, { kind: "place-network" }),
  ];
  const boards = [
    await makeGroup(ctx, { kind: "place-board" }),
    await makeGroup(ctx, { kind: "place-board" }),
  ];
  for (const network of networks) for (const board of boards) await makeFeed(ctx, network.id, board.id);
  for (const board of boards) await makeStandingItems(ctx, board.id, ["Apologies"], ["Any other business"]);
  const joint = await makeMeeting(
    ctx,
    boards.map(({ id }) => id),
    { heldOn: "2026-05-14" },
  );
  await makeMeeting(
    ctx,
    boards.map(({ id }) => id),
    { heldOn: "2026-07-16" },
  );
  const meetings = await Promise.all(
    networks.map(({ id }) => makeMeeting(ctx, [id], { heldOn: "2026-04-15" })),
  );
  const actor = await makePerson(ctx, [["administrator", null]]);
  return { ctx: { ...ctx, actor }, boards, joint, meetings };
}

test("items raised at once for bodies that meet together all come onto the agenda", async () => {
  const { ctx, boards, joint, meetings } = await twoBoards();
  const raised = await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      raiseItem(ctx, meetings[at % 2]?.id ?? "", input(boards[at % 3 === 0 ? 0 : 1]?.id ?? "", `Item ${at}`)),
    ),
  );
  const lines = await ctx.db
    .select()
    .from(agendaItems)
    .where(eq(agendaItems.meetingId, joint.id))
    .orderBy(asc(agendaItems.position));
  expect(lines.map(({ number }) => number)).toEqual(Array.from({ length: 14 }, (_, at) => String(at + 1)));
  expect(new Set(lines.flatMap(({ raisedItemId }) => raisedItemId ?? []))).toEqual(
    new Set(raised.map(({ id }) => id)),
  );
});

test("raising, withdrawing and publishing at once never waits in a circle, and loses nothing", async () => {
  const { ctx, boards, joint, meetings } = await twoBoards();
  const [network, board] = [meetings[0]?.id ?? "", boards[0]?.id ?? ""];
  const early = await Promise.all(
    [1, 2, 3].map((at) => raiseItem(ctx, network, input(board, `Early ${at}`))),
  );
  const outcomes = await Promise.allSettled([
    ...[1, 2, 3].map((at) => raiseItem(ctx, network, input(board, `Late ${at}`))),
    publishAgenda(ctx, joint.id),
    ...early.map(({ id }) => withdrawItem(ctx, id)),
  ]);
  const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.name] : []));
  // Only what came after the publication may be refused, and only in words for people
  expect(refused.filter((name) => name !== "Conflict")).toEqual([]);
  const lines = await ctx.db.select().from(agendaItems);
  for (const outcome of outcomes.slice(0, 3)) {
    if (outcome.status === "fulfilled" && outcome.value && "id" in outcome.value) {
      const { id } = outcome.value;
      expect(lines.filter(({ raisedItemId }) => raisedItemId === id)).toHaveLength(1);
    }
  }
});
