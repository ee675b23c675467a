import { asc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import type { Letter } from "#app/domain/mail/letter.ts";
import { followGroup } from "#app/domain/meetings/following/follow-group.server.ts";
import { people } from "#db/schema/accounts.ts";
import { groupRules } from "#db/schema/groups.ts";
import { mails } from "#db/schema/keeping/mails.ts";
import { meetings } from "#db/schema/meetings.ts";
import { vevent } from "#test/factories/calendars.ts";
import { Diaries } from "#test/factories/diaries.ts";
import { makeFeed, makeGroup, makePerson, makeRaisedItem } from "#test/factories/meetings.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });

const first = (...lines: string[]) => vevent("UID:1@x.example", "SUMMARY:Spring meeting", ...lines);
const other = (...lines: string[]) => vevent("UID:2@x.example", "SUMMARY:Summer meeting", ...lines);
const may = "DTSTART:20260505T090000Z";
const july = "DTSTART:20260707T090000Z";

async function world(ctx: Ctx) {
  const diaries = new Diaries(ctx);
  const group = await makeGroup(ctx, { kind: "forum", name: "Dementia forum" });
  const follower = await makePerson(ctx, [], "Amina Okafor");
  await followGroup({ ...ctx, actor: follower }, group.slug, { kind: "news" });
  await diaries.connect(group, "forum", [first(may, "LOCATION:Hall"), other(july)]);
  return { diaries, group, follower };
}

async function sentTo({ db }: Ctx, personId: string) {
  const rows = await db
    .select()
    .from(mails)
    .where(eq(mails.personId, personId))
    .orderBy(asc(mails.createdAt));
  return rows
    .filter(({ kind }) => kind === "meeting news")
    .map(({ subject, letter }) => ({ subject, letter: letter as Letter }));
}
const wordsIn = (letter?: Letter) => letter?.body.filter((piece) => typeof piece === "string") ?? [];

describe("what followers are told", () => {
  test("nothing of meetings that are new, or whose words alone change", async ({ ctx }) => {
    const { diaries, follower } = await world(ctx);
    await diaries.says("forum", [
      first(may, "LOCATION:Hall", "SEQUENCE:1"),
      other(july, "SUMMARY:Other name"),
    ]);
    expect(await sentTo(ctx, follower.id)).toEqual([]);
  });

  test("case 31: from when to when a meeting moved, with the way to it and the way to stop", async ({
    ctx,
  }) => {
    const { diaries, follower } = await world(ctx);
    await diaries.says("forum", [first("DTSTART:20260512T130000Z", "LOCATION:Hall"), other(july)]);
    const [mail, ...rest] = await sentTo(ctx, follower.id);
    const [meeting] = await ctx.db.select().from(meetings).where(eq(meetings.title, "Spring meeting"));
    expect(rest).toEqual([]);
    expect(mail?.subject).toBe("Moved: Spring meeting, Tuesday 12 May 2026, 2pm");
    expect(wordsIn(mail?.letter)).toEqual([
      "Spring meeting (Dementia forum) has moved. It was to be on Tuesday 5 May 2026, 10am. It is now on Tuesday 12 May 2026, 2pm.",
    ]);
    expect(mail?.letter.action?.path).toBe(`/meetings/${meeting?.id}`);
    expect(mail?.letter.stop).toMatchObject({ path: "/account/following" });
    expect(mail?.letter.reason).toBe("You get this mail because you follow Dementia forum.");
  });

  test("another place is news as well", async ({ ctx }) => {
    const { diaries, follower } = await world(ctx);
    await diaries.says("forum", [first(may, "LOCATION:Library"), other(july)]);
    expect(wordsIn((await sentTo(ctx, follower.id))[0]?.letter)).toEqual([
      "Spring meeting (Dementia forum) has moved. It is still on Tuesday 5 May 2026, 10am, but now at Library instead of Hall.",
    ]);
  });

  test("case 37: one mail for all that one run changed, cancelled ones among them", async ({ ctx }) => {
    const { diaries, follower } = await world(ctx);
    await diaries.says("forum", [
      first("DTSTART:20260512T130000Z", "LOCATION:Hall"),
      other(july, "STATUS:CANCELLED", "SEQUENCE:1"),
    ]);
    const [mail, ...rest] = await sentTo(ctx, follower.id);
    expect([rest, mail?.subject]).toEqual([[], "Dementia forum: 2 meetings have changed"]);
    expect(wordsIn(mail?.letter)[1]).toBe(
      "Summer meeting (Dementia forum) on Tuesday 7 July 2026, 10am is cancelled.",
    );
  });

  test("case 39: that it is on again", async ({ ctx }) => {
    const { diaries, follower } = await world(ctx);
    await diaries.says("forum", [first(may, "LOCATION:Hall"), other(july, "STATUS:CANCELLED", "SEQUENCE:1")]);
    await diaries.says("forum", [first(may, "LOCATION:Hall"), other(july, "SEQUENCE:2")]);
    const subjects = (await sentTo(ctx, follower.id)).map(({ subject }) => subject);
    expect(subjects.toSorted()).toEqual([
      "Cancelled: Summer meeting, Tuesday 7 July 2026, 10am",
      "On again: Summer meeting, Tuesday 7 July 2026, 10am",
    ]);
  });

  test("case 41: that its organiser withdrew it", async ({ ctx }) => {
    const { diaries, follower } = await world(ctx);
    await diaries.says("forum", [first(may, "LOCATION:Hall")]);
    expect((await sentTo(ctx, follower.id)).map(({ subject }) => subject)).toEqual([
      "Withdrawn: Summer meeting, Tuesday 7 July 2026, 10am",
    ]);
  });

  test("that it left the group they follow, though another still holds it", async ({ ctx }) => {
    const diaries = new Diaries(ctx);
    const forum = await makeGroup(ctx, { kind: "forum", name: "Dementia forum" });
    const board = await makeGroup(ctx, { kind: "partnership", name: "Place board" });
    const [one, both] = [await makePerson(ctx), await makePerson(ctx)];
    await followGroup({ ...ctx, actor: one }, forum.slug, { kind: "news" });
    for (const { slug } of [forum, board]) await followGroup({ ...ctx, actor: both }, slug, { kind: "news" });
    await diaries.connect(forum, "office", [first(may)], { by: "title", pattern: "spring" });
    await diaries.connect(board, "office", [first(may)], { by: "title", pattern: "meeting" });
    await diaries.says("office", [vevent("UID:1@x.example", "SUMMARY:Board meeting", may)]);
    const [mail] = await sentTo(ctx, one.id);
    expect(wordsIn(mail?.letter)).toEqual([
      "Board meeting on Tuesday 5 May 2026, 10am is no longer a meeting of the group you follow. It is held by Place board.",
    ]);
    expect(mail?.letter.reason).toBe("You get this mail because you follow Dementia forum.");
    expect(await sentTo(ctx, both.id)).toEqual([]);
  });

  test("whoever raised an item at it is told, following or not", async ({ ctx }) => {
    const { diaries, group } = await world(ctx);
    const board = await makeGroup(ctx, { kind: "partnership" });
    await makeFeed(ctx, group.id, board.id);
    const raiser = await makePerson(ctx);
    const [meeting] = await ctx.db.select().from(meetings).where(eq(meetings.title, "Spring meeting"));
    await makeRaisedItem(ctx, {
      meetingId: meeting?.id ?? "",
      fromGroupId: group.id,
      toGroupId: board.id,
      raisedById: raiser.id,
    });
    await diaries.says("forum", [first("DTSTART:20260512T130000Z", "LOCATION:Hall"), other(july)]);
    const [mail] = await sentTo(ctx, raiser.id);
    expect(mail?.letter.reason).toBe("You get this mail because you raised an item for it.");
  });

  test("nothing of meetings that are not theirs to see, and nothing at an address that nobody confirmed", async ({
    ctx,
  }) => {
    const { group, diaries, follower } = await world(ctx);
    const unconfirmed = await makePerson(ctx);
    await followGroup({ ...ctx, actor: unconfirmed }, group.slug, { kind: "news" });
    await ctx.db.update(people).set({ emailVerifiedAt: null }).where(eq(people.id, unconfirmed.id));
    await ctx.db.insert(groupRules).values({ groupId: group.id, meetsInPublic: false });
    await ctx.db.update(meetings).set({ isPublic: false });
    await diaries.says("forum", [first("DTSTART:20260512T130000Z", "LOCATION:Hall"), other(july)]);
    expect(await sentTo(ctx, follower.id)).toEqual([]);
    expect(await sentTo(ctx, unconfirmed.id)).toEqual([]);
  });

  test("nothing of what is over", async ({ ctx }) => {
    const { diaries, follower } = await world(ctx);
    await diaries.says(
      "forum",
      [first(may, "LOCATION:Hall", "STATUS:CANCELLED", "SEQUENCE:1"), other(july)],
      30,
    );
    expect(await sentTo(ctx, follower.id)).toEqual([]);
  });
});
