import { and, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Ctx, Person } from "#app/domain/context.ts";
import { countInvitations } from "#app/domain/meetings/invitations/count-invitations.server.ts";
import {
  beginInvitations,
  endInvitations,
} from "#app/domain/meetings/invitations/send-invitations.server.ts";
import { groupFollowers } from "#db/schema/diary/following.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import { makeSeat } from "#test/factories/groups.ts";
import { invitationsTo, makeInvited, organiser } from "#test/factories/invitations.ts";
import { makeGroup, makeMeeting } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";

const sentTo = async (ctx: Ctx, person: Person, work: () => Promise<void>) => {
  const before = (await invitationsTo(ctx, person)).length;
  await work();
  return (await invitationsTo(ctx, person)).length - before;
};

describe("how many mails a choice brings at once", () => {
  test("is as many as come: meetings of three months that are on, and not those that are off, private or later", async ({
    ctx,
  }) => {
    const group = await makeGroup(ctx);
    for (const heldOn of ["2026-05-07", "2026-06-11", "2026-07-09"])
      await makeMeeting(ctx, [group.id], { heldOn });
    await makeMeeting(ctx, [group.id], { heldOn: "2026-05-21", status: "cancelled" });
    await makeMeeting(ctx, [group.id], { heldOn: "2026-05-22", isPublic: false });
    await makeMeeting(ctx, [group.id], { heldOn: "2026-08-06" });
    await makeMeeting(ctx, [group.id], { heldOn: "2026-09-03", isPublic: false });
    const person = await makeAccount(ctx);
    await makeSeat(ctx, group.id, { seatNumber: 1, personId: person.id });
    const own = { ...ctx, actor: person };
    const counted = await countInvitations(own, group.id);
    expect(counted).toEqual({ begin: 3, later: 1, stop: 0 });
    const following = { groupId: group.id, personId: person.id };
    await ctx.db.insert(groupFollowers).values({ ...following, kind: "invitations" });
    expect(await sentTo(ctx, person, () => beginInvitations(ctx, following, organiser))).toBe(counted.begin);
    const now = await countInvitations(own, group.id);
    expect(now).toEqual({ begin: 0, later: 1, stop: 3 });
    expect(await sentTo(ctx, person, () => endInvitations(ctx, following, organiser))).toBe(now.stop);
  });

  test("leaves out what another group of theirs still invites to", async ({ ctx }) => {
    const [group, board] = [await makeGroup(ctx), await makeGroup(ctx)];
    await makeMeeting(ctx, [group.id, board.id], { heldOn: "2026-05-07" });
    await makeMeeting(ctx, [group.id], { heldOn: "2026-06-11" });
    const person = await makeInvited(ctx, group.id);
    await makeSeat(ctx, board.id, { seatNumber: 1, personId: person.id });
    await ctx.db
      .insert(groupFollowers)
      .values({ groupId: board.id, personId: person.id, kind: "invitations" });
    await beginInvitations(ctx, { groupId: group.id, personId: person.id }, organiser);
    const own = { ...ctx, actor: person };
    expect(await countInvitations(own, group.id)).toMatchObject({ begin: 0, stop: 1 });
    await ctx.db
      .delete(groupFollowers)
      .where(and(eq(groupFollowers.groupId, board.id), eq(groupFollowers.personId, person.id)));
    expect(await countInvitations(own, group.id)).toMatchObject({ begin: 0, stop: 2 });
  });
});
