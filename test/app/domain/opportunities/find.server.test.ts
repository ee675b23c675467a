import { expect } from "vitest";
import { NotFound } from "#app/domain/errors.ts";
import {
  findOpenOpportunities,
  findOpportunitiesByOrganisation,
  findOpportunity,
} from "#app/domain/opportunities/find.server.ts";
import { makePlace } from "#test/factories/meetings.ts";
import { makeOpportunity } from "#test/factories/opportunities.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { NOW, test } from "#test/setup/context.ts";

const titles = (found: { title: string }[]) => found.map(({ title }) => title);
const at = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

test("lists what is open, the first to close first; closing is by the clock", async ({ ctx }) => {
  await makeOpportunity(ctx, { title: "Open end" });
  await makeOpportunity(ctx, { title: "Later", closesAt: at(2_000) });
  await makeOpportunity(ctx, { title: "Soon", closesAt: at(1) });
  await makeOpportunity(ctx, { title: "Just closed", closesAt: NOW });
  await makeOpportunity(ctx, { title: "Not open yet", opensAt: at(1) });
  await makeOpportunity(ctx, { title: "Draft", state: "draft" });
  const found = await findOpenOpportunities(ctx, {});
  expect(titles(found.opportunities)).toEqual(["Soon", "Later", "Open end"]);
  expect(found.total).toBe(3);
});

test("filters by kind, and by place, where none means everywhere", async ({ ctx }) => {
  const here = await makePlace(ctx, { slug: "here", name: "Here" });
  const there = await makePlace(ctx, { slug: "there", name: "There", position: 2 });
  await makeOpportunity(ctx, { title: "Here", placeIds: [here.id, there.id] });
  await makeOpportunity(ctx, { title: "There", placeIds: [there.id] });
  await makeOpportunity(ctx, { title: "Everywhere", kind: "funding" });
  const { opportunities } = await findOpenOpportunities(ctx, { place: "here" });
  expect(opportunities.map(({ title, places }) => [title, places])).toEqual([
    ["Everywhere", []],
    ["Here", ["Here", "There"]],
  ]);
  expect((await findOpenOpportunities(ctx, { place: "here", kind: "funding" })).total).toBe(1);
  await expect(findOpenOpportunities(ctx, { place: "nowhere" })).rejects.toThrow(NotFound);
});

test("pages without losing or repeating any", async ({ ctx }) => {
  for (let n = 0; n < 5; n += 1) await makeOpportunity(ctx, { title: `Driver ${n}` });
  const pages = await Promise.all([1, 2, 3].map((page) => findOpenOpportunities(ctx, { page, limit: 2 })));
  expect(pages.flatMap(({ opportunities }) => titles(opportunities))).toEqual(
    [0, 1, 2, 3, 4].map((n) => `Driver ${n}`),
  );
});

test("a closed one keeps its page, an archived one or one of an archived organisation does not", async ({
  ctx,
}) => {
  await makeOpportunity(ctx, { slug: "closed", closesAt: NOW });
  expect(await findOpportunity(ctx, "closed")).toMatchObject({ isClosed: true, closesAt: NOW.toISOString() });
  await makeOpportunity(ctx, { slug: "archived", state: "archived" });
  await expect(findOpportunity(ctx, "archived")).rejects.toThrow(NotFound);
  const gone = await makeOrganisation(ctx, { state: "archived" });
  await makeOpportunity(ctx, { slug: "orphan", organisationId: gone.id });
  await expect(findOpportunity(ctx, "orphan")).rejects.toThrow(NotFound);
  await expect(findOpportunity(ctx, "")).rejects.toThrow(NotFound);
});

test("an organisation shows its own", async ({ ctx }) => {
  const { organisationId } = await makeOpportunity(ctx, { title: "Ours" });
  await makeOpportunity(ctx, { title: "Theirs" });
  expect(titles(await findOpportunitiesByOrganisation(ctx, organisationId))).toEqual(["Ours"]);
});
