import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import * as account from "#app/routes/accounts/following.tsx";
import * as follow from "#app/routes/groups/follow.tsx";
import * as group from "#app/routes/groups/show.tsx";
import * as stop from "#app/routes/groups/stop-following.tsx";
import { people } from "#db/schema/accounts.ts";
import { makeInvited } from "#test/factories/invitations.ts";
import { makeGroup, makeMeeting, makePerson } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";
import { knock } from "#test/setup/door.ts";

const answerOf = async (asked: Promise<unknown>) => {
  const answer = await asked.catch((thrown: unknown) => thrown);
  return answer instanceof Response ? answer : new Response(JSON.stringify(answer));
};

describe("following a group in the browser", () => {
  test("leads back to the group, which says so, and can be stopped again", async ({ ctx }) => {
    const { slug, name } = await makeGroup(ctx, { kind: "forum" });
    const { id: as } = await makePerson(ctx);
    const params = { slug };
    const kept = await answerOf(
      follow.action(await knock(ctx, `/groups/${slug}/follow`, { params, as, form: { kind: "news" } })),
    );
    const to = kept.headers.get("Location") ?? "";
    expect([kept.status, to]).toEqual([302, `/groups/${slug}?did=follow`]);
    expect(await group.loader(await knock(ctx, to, { params, as }))).toMatchObject({
      ...{ follows: true, justFollowed: true },
    });
    const listed = await account.loader(await knock(ctx, "/account/following", { as }));
    expect(listed).toMatchObject({ followed: [{ slug, name, kind: "news" }] });
    const stopped = await answerOf(
      stop.action(await knock(ctx, `/groups/${slug}/follow/stop`, { params, as, form: {} })),
    );
    expect(stopped.headers.get("Location")).toBe("/account/following?did=stop");
    const again = await answerOf(
      stop.loader(await knock(ctx, `/groups/${slug}/follow/stop`, { params, as })),
    );
    expect(again.headers.get("Location")).toBe(`/groups/${slug}/follow`);
  });

  test("nobody is told that they follow by an address alone", async ({ ctx }) => {
    const { slug } = await makeGroup(ctx, { kind: "forum" });
    const shown = await group.loader(await knock(ctx, `/groups/${slug}?did=follow`, { params: { slug } }));
    expect(shown).toMatchObject({ follows: false, justFollowed: false });
  });

  test("asks for invitations are refused beside their choice, and an address is confirmed first", async ({
    ctx,
  }) => {
    const { slug } = await makeGroup(ctx, { kind: "forum" });
    const { id: as } = await makePerson(ctx);
    const address = `/groups/${slug}/follow`;
    const form = { kind: "invitations" };
    const refused = await answerOf(follow.action(await knock(ctx, address, { params: { slug }, as, form })));
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      { errors: { kind: "Invitations are for members of this group: choose mail" } },
    ]);
    await ctx.db.update(people).set({ emailVerifiedAt: null }).where(eq(people.id, as));
    const page = await follow.loader(await knock(ctx, address, { params: { slug }, as }));
    expect(page).toMatchObject({ isVerified: false });
  });

  test("says before it is saved how many mails a choice brings", async ({ ctx }) => {
    const { id, slug } = await makeGroup(ctx, { kind: "forum" });
    await makeMeeting(ctx, [id], { heldOn: "2026-05-07" });
    const { id: as } = await makeInvited(ctx, id);
    const page = await follow.loader(await knock(ctx, `/groups/${slug}/follow`, { params: { slug }, as }));
    expect(page).toMatchObject({ mails: { begin: 1, later: 0, stop: 0 } });
    const ending = await answerOf(
      stop.loader(await knock(ctx, `/groups/${slug}/follow/stop`, { params: { slug }, as })),
    );
    expect(await ending.json()).toMatchObject({ mails: { stop: 0 } });
  });
});
