import { expect } from "vitest";
import { loader } from "#app/routes/groups/show.tsx";
import { forwardPlanEntries } from "#db/schema/meetings.ts";
import { makeRules } from "#test/factories/groups.ts";
import { makeGroup, makeMeeting } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

test("a group tells its rules, its meetings on both sides of today and what is planned in public", async ({
  ctx,
}) => {
  const group = await makeGroup(ctx, { slug: "a-board" });
  await makeRules(ctx, group.id, { papersWorkingDays: 3 });
  await makeMeeting(ctx, [group.id], { title: "Before", heldOn: "2026-04-13" });
  await makeMeeting(ctx, [group.id], { title: "Today", heldOn: "2026-04-14" });
  await ctx.db.insert(forwardPlanEntries).values([
    { groupId: group.id, title: "Winter plan", dueFrom: "2026-05-01" },
    { groupId: group.id, title: "Not yet for everyone", dueFrom: "2026-05-01", isPrivate: true },
  ]);
  const page = await loader(await knock(ctx, "/groups/a-board", { params: { slug: "a-board" } }));
  expect(page.rules).toContain("Agenda and papers go out three working days before the meeting.");
  expect(page).toMatchObject({
    next: [{ title: "Today" }],
    past: [{ title: "Before" }],
    plan: [{ title: "Winter plan" }],
  });
});

test("no group, a plain 404", async ({ ctx }) => {
  const answer = await answerOf(loader(await knock(ctx, "/groups/x", { params: { slug: "x" } })));
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ message: "We could not find that group." });
});
