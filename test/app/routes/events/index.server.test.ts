import { expect } from "vitest";
import { loader } from "#app/routes/events/index.tsx";
import { loader as show } from "#app/routes/events/show.tsx";
import { makeTimed } from "#test/factories/events.ts";
import { makePlace } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

test("shows a week from today, or from the day asked for", async ({ ctx }) => {
  await makePlace(ctx, { name: "North Norfolk" });
  await makeTimed(ctx, "2026-04-15T10:00:00Z", null, { summary: "Tomorrow" });
  await makeTimed(ctx, "2026-04-25T10:00:00Z", null, { summary: "Later" });
  const today = await loader(await knock(ctx, "/whats-on?topic="));
  expect(today).toMatchObject({ isFromSet: false, places: [{ name: "North Norfolk" }] });
  expect(today.week.events.map(({ title }) => title)).toEqual(["Tomorrow"]);
  const later = await loader(await knock(ctx, "/whats-on?from=2026-04-20"));
  expect(later.week.events.map(({ title }) => title)).toEqual(["Later"]);
});

test.for([
  ["from=2026-02-30", 422],
  ["page=0", 422],
  ["page=1e9", 422],
  ["page=-1", 422],
  ["place=nowhere", 404],
  ["topic=nothing", 404],
] as const)("answers ?%s with %i", async ([query, status], { ctx }) => {
  expect(await answerOf(loader(await knock(ctx, `/whats-on?${query}`)))).toMatchObject({ status });
});

test("a page beyond the last is empty, not an error", async ({ ctx }) => {
  expect((await loader(await knock(ctx, "/whats-on?page=99"))).week.events).toEqual([]);
});

test("no event, a plain 404", async ({ ctx }) => {
  const answer = await answerOf(show(await knock(ctx, "/events/x", { params: { id: "x" } })));
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ message: "We could not find that event." });
});
