import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { eraseAccount } from "#app/domain/accounts/personal-data/erase-account.server.ts";
import { findPersonalData } from "#app/domain/accounts/personal-data/find-personal-data.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { findFollowed, findFollowing } from "#app/domain/meetings/following/find-following.server.ts";
import { followGroup } from "#app/domain/meetings/following/follow-group.server.ts";
import { stopFollowing } from "#app/domain/meetings/following/stop-following.server.ts";
import { changes, people } from "#db/schema/accounts.ts";
import { groupFollowers } from "#db/schema/diary/following.ts";
import { mails } from "#db/schema/keeping/mails.ts";
import { makeMember, makeSeat } from "#test/factories/groups.ts";
import { makeGroup, makeMeeting, makePerson } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";

const by = (ctx: Ctx, actor: Person) => ({ ...ctx, actor });
const deeds = async ({ db }: Ctx) => (await db.select().from(changes)).map(({ deed }) => deed);

describe("following a group", () => {
  test("is kept and recorded once, and listed until it is stopped", async ({ ctx }) => {
    const group = await makeGroup(ctx, { kind: "forum", name: "Dementia forum" });
    const me = by(ctx, await makePerson(ctx));
    await followGroup(me, group.slug, { kind: "news" });
    await followGroup(me, group.slug, { kind: "news" });
    expect(await findFollowed(me)).toEqual([{ slug: group.slug, name: "Dementia forum", kind: "news" }]);
    await stopFollowing(me, group.slug);
    await stopFollowing(me, group.slug);
    expect(await findFollowed(me)).toEqual([]);
    expect(await deeds(ctx)).toEqual(["follow group", "stop following group"]);
  });

  test("waits until an address is confirmed, and is of groups that exist", async ({ ctx }) => {
    const group = await makeGroup(ctx, { kind: "forum" });
    const person = await makePerson(ctx);
    await ctx.db.update(people).set({ emailVerifiedAt: null }).where(eq(people.id, person.id));
    await expect(followGroup(by(ctx, person), group.slug, { kind: "news" })).rejects.toThrow(Conflict);
    await expect(followGroup(by(ctx, person), "nobody", { kind: "news" })).rejects.toThrow(NotFound);
    await expect(stopFollowing(by(ctx, person), "nobody")).rejects.toThrow(NotFound);
  });

  test("with invitations is for members, and begins and ends them", async ({ ctx }) => {
    const group = await makeGroup(ctx, { kind: "forum" });
    await makeMeeting(ctx, [group.id], { heldOn: "2026-06-11" });
    const seated = await makePerson(ctx);
    await makeSeat(ctx, group.id, { personId: seated.id });
    await followGroup(by(ctx, seated), group.slug, { kind: "invitations" });
    await followGroup(by(ctx, seated), group.slug, { kind: "news" });
    const sent = await ctx.db.select().from(mails).where(eq(mails.personId, seated.id));
    expect(sent.map(({ subject }) => subject.split(":")[0])).toEqual([
      "Invitation",
      "Taken out of your calendar",
    ]);
  });

  test.for([
    ["nobody in particular", false],
    ["its lead", true],
    ["its secretariat", true],
    ["who keeps a member’s record", true],
    ["another group’s lead", false],
  ] as const)("invitations for %s: %s", async ([who, may], { ctx }) => {
    const group = await makeGroup(ctx, { kind: "forum" });
    const other = await makeGroup(ctx, { kind: "forum" });
    const organisation = await makeOrganisation(ctx, {});
    await makeMember(ctx, group.id, organisation.id);
    const roles = {
      "nobody in particular": [],
      "its lead": [["group-lead", group.id]],
      "its secretariat": [["secretariat", group.id]],
      "who keeps a member’s record": [["organisation-editor", organisation.id]],
      "another group’s lead": [["group-lead", other.id]],
    } as const;
    const me = by(
      ctx,
      await makePerson(
        ctx,
        roles[who].map(([role, scope]) => [role, scope]),
      ),
    );
    expect((await findFollowing(me, group.slug)).mayGetInvitations).toBe(may);
    const attempt = ctx.db.transaction((db) =>
      followGroup({ ...me, db }, group.slug, { kind: "invitations" }),
    );
    if (may) await attempt;
    else await expect(attempt).rejects.toThrow(Invalid);
  });

  test("is in what we hold about somebody, and goes with their account", async ({ ctx }) => {
    const group = await makeGroup(ctx, { kind: "forum", name: "Dementia forum" });
    const me = by(ctx, await makePerson(ctx));
    await followGroup(me, group.slug, { kind: "news" });
    expect((await findPersonalData(me)).groupsFollowed).toEqual([
      { group: "Dementia forum", how: "news", since: ctx.now },
    ]);
    await eraseAccount(me);
    expect(await ctx.db.select().from(groupFollowers)).toEqual([]);
  });
});
