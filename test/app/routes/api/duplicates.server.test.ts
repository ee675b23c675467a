import { expect } from "vitest";
import { loader } from "#app/routes/api/duplicates.ts";
import { organisationIdentifiers } from "#db/schema/organisations.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

const asked = async (ctx: Parameters<typeof knock>[0], query: Record<string, string>) => {
  const address = `/api/organisations/duplicates?${new URLSearchParams(query)}`;
  return (await answerOf(loader(await knock(ctx, address)))).json();
};

test("while a name is typed, who may be meant is named, with the way to say so", async ({ ctx }) => {
  const { slug } = await makeOrganisation(ctx, { name: "Riverside Lunch Club", isSystemWide: true });
  const { items } = await asked(ctx, { name: "The Riverside Lunch" });
  expect(items).toEqual([
    {
      text: "Riverside Lunch Club",
      note: "A similar name. Works in all of Norfolk and Waveney.",
      link: { label: "This is us", about: "Riverside Lunch Club", href: `/organisations/${slug}/claim` },
    },
  ]);
});

test("one that waits for approval has no page to go to yet", async ({ ctx }) => {
  await makeOrganisation(ctx, { name: "Riverside Lunch Club", state: "waiting" });
  const { items } = await asked(ctx, { name: "Riverside Lunch Club" });
  expect(items).toMatchObject([{ link: null, note: expect.stringContaining("waiting for approval") }]);
});

test("a number alone is enough; two letters of a name are not", async ({ ctx }) => {
  const { id } = await makeOrganisation(ctx, { name: "Ab" });
  await ctx.db
    .insert(organisationIdentifiers)
    .values({ organisationId: id, scheme: "GB-CHC", identifier: "1234567" });
  expect((await asked(ctx, { "GB-CHC": "1234567" })).items).toHaveLength(1);
  expect((await asked(ctx, { name: "Ab" })).items).toEqual([]);
  expect((await asked(ctx, {})).items).toEqual([]);
});

test("what cannot be a place is refused", async ({ ctx }) => {
  expect((await asked(ctx, { name: "Riverside", places: "NOT A PLACE" })).error.status).toBe(422);
});
