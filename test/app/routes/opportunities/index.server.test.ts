import { expect } from "vitest";
import { loader } from "#app/routes/opportunities/index.tsx";
import { loader as show } from "#app/routes/opportunities/show.tsx";
import { makeOpportunity } from "#test/factories/opportunities.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

test("lists what is open of a kind", async ({ ctx }) => {
  await makeOpportunity(ctx, { title: "Small grants", kind: "funding" });
  await makeOpportunity(ctx, { title: "Driver" });
  const page = await loader(await knock(ctx, "/opportunities?kind=funding&place=&page=1"));
  expect(page).toMatchObject({ total: 1, opportunities: [{ title: "Small grants" }] });
});

test.for([
  ["kind=prize", 422],
  ["page=two", 422],
  ["place=nowhere", 404],
] as const)("answers ?%s with %i", async ([query, status], { ctx }) => {
  expect(await answerOf(loader(await knock(ctx, `/opportunities?${query}`)))).toMatchObject({ status });
});

test("no opportunity, a plain 404", async ({ ctx }) => {
  const answer = await answerOf(show(await knock(ctx, "/opportunities/x", { params: { slug: "x" } })));
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ message: "We could not find that opportunity." });
});
