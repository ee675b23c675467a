import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { findClashes } from "#app/domain/meetings/clashes/find-clashes.server.ts";
import { vevent } from "#test/factories/calendars.ts";
import { Diaries } from "#test/factories/diaries.ts";
import { makeMember, makeRules } from "#test/factories/groups.ts";
import { makeFeed, makeGroup, makeMeeting, makePerson } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";

async function world(ctx: Ctx) {
  const network = await makeGroup(ctx, { kind: "forum", name: "Dementia forum" });
  const board = await makeGroup(ctx, { kind: "partnership", name: "Place board" });
  await makeFeed(ctx, network.id, board.id);
  const lead = await makePerson(ctx, [["group-lead", network.id]]);
  return { network, board, lead, seen: { ...ctx, actor: lead } };
}

const kinds = async (ctx: Ctx, groupId: string) =>
  (await findClashes(ctx, { groupId })).map(({ kind, meeting }) => [kind, meeting.heldOn]);

describe("clashes of a group's meetings", () => {
  test("the board's own rule for papers counts", async ({ ctx }) => {
    const { network, board, seen } = await world(ctx);
    await makeRules(ctx, board.id, { papersWorkingDays: 10 });
    await makeMeeting(ctx, [network.id], { heldOn: "2026-06-10" });
    await makeMeeting(ctx, [board.id], { heldOn: "2026-07-09" });
    expect(await kinds(seen, network.id)).toEqual([]);
    await makeMeeting(ctx, [board.id], { heldOn: "2026-06-24" });
    const [clash] = await findClashes(seen, { groupId: network.id });
    expect(clash).toMatchObject({
      kind: "too late",
      board: { heldOn: "2026-06-24", papersOn: "2026-06-10" },
    });
  });

  test("members in common are counted, and what was called off clashes with nothing", async ({ ctx }) => {
    const { network, seen } = await world(ctx);
    const sister = await makeGroup(ctx, { kind: "forum", name: "Carers forum" });
    const organisation = await makeOrganisation(ctx, {});
    await makeMember(ctx, network.id, organisation.id);
    await makeMember(ctx, sister.id, organisation.id);
    await makeMeeting(ctx, [network.id], { heldOn: "2026-06-11" });
    await makeMeeting(ctx, [sister.id], { heldOn: "2026-06-11", status: "cancelled" });
    expect(await kinds(seen, network.id)).toEqual([]);
    await makeMeeting(ctx, [sister.id], { heldOn: "2026-06-11" });
    const [clash] = await findClashes(seen, { groupId: network.id });
    expect(clash).toMatchObject({ kind: "on top", other: { name: "Carers forum" }, tie: { shared: 1 } });
  });

  test("case 57: what a diary calls private counts as busy for nobody (decision 023)", async ({ ctx }) => {
    const { network, board, seen } = await world(ctx);
    await makeMeeting(ctx, [network.id], { heldOn: "2026-06-11" });
    const diaries = new Diaries({ ...ctx, actor: { kind: "job", name: "calendar" } });
    const at = ["DTSTART;TZID=Europe/London:20260611T100000", "DURATION:PT1H", "SUMMARY:Redundancies"];
    await diaries.connect(board, "board", [vevent(...at, "CLASS:PRIVATE")]);
    expect(await kinds(seen, network.id)).toEqual([]);
    await diaries.says("board", [vevent(...at, "SEQUENCE:1")]);
    expect(await kinds(seen, network.id)).toContainEqual(["on top", "2026-06-11"]);
  });

  test("one meeting alone, and what is over not at all", async ({ ctx }) => {
    const { network, seen } = await world(ctx);
    const saturday = await makeMeeting(ctx, [network.id], { heldOn: "2026-06-13" });
    await makeMeeting(ctx, [network.id], { heldOn: "2026-06-20" });
    await makeMeeting(ctx, [network.id], { heldOn: "2026-04-11" });
    expect(await kinds(seen, network.id)).toEqual([
      ["day off", "2026-06-13"],
      ["day off", "2026-06-20"],
    ]);
    expect(await findClashes(seen, { groupId: network.id, meetingId: saturday.id })).toHaveLength(1);
  });

  test("are for those who run the group", async ({ ctx }) => {
    const { network, board } = await world(ctx);
    await makeMeeting(ctx, [network.id], { heldOn: "2026-06-13" });
    const may = async (...roles: Parameters<typeof makePerson>[1][]) =>
      (await findClashes({ ...ctx, actor: await makePerson(ctx, roles[0]) }, { groupId: network.id }))
        .length > 0;
    expect(await may([["group-lead", network.id]])).toBe(true);
    expect(await may([["secretariat", network.id]])).toBe(true);
    expect(await may([["administrator", null]])).toBe(true);
    expect(await may([["group-lead", board.id]])).toBe(false);
    expect(await may([["icb-staff", null]])).toBe(false);
    expect(await findClashes(ctx, { groupId: network.id })).toEqual([]);
  });
});
