import { expect } from "vitest";
import { action } from "#app/routes/organisations/people/new.tsx";
import { makeOrganisation, makeOwner } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

test("nobody is invited again and again", async ({ ctx }) => {
  const statuses = [];
  for (const name of ["One", "Two", "Three", "Four"]) {
    const { id, slug } = await makeOrganisation(ctx, { name });
    const { id: as } = await makeOwner(ctx, id);
    const form = { name: "Rita", email: "rita@example.org", role: "organisation-editor" };
    const asked = await knock(ctx, "/people/new", { params: { slug }, form, as });
    statuses.push((await answerOf(action(asked))).status);
  }
  expect(statuses).toEqual([302, 302, 302, 429]);
});
