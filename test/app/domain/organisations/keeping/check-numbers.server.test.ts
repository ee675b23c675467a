import { expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import {
  checkNumbersOf,
  findCheckedNumbers,
} from "#app/domain/organisations/keeping/check-numbers.server.ts";
import { organisationIdentifiers } from "#db/schema/organisations.ts";
import { deedsOf, makeOrganisation } from "#test/factories/organisations.ts";
import { makeRegisterEntry } from "#test/factories/registers.ts";
import { test } from "#test/setup/context.ts";

async function numbered(ctx: Ctx, identifier: string) {
  const { id } = await makeOrganisation(ctx, { name: "Lunch club" });
  await ctx.db.insert(organisationIdentifiers).values({ organisationId: id, scheme: "GB-CHC", identifier });
  return id;
}

test("without a register to ask, a number stays not checked, and nothing is recorded", async ({ ctx }) => {
  const id = await numbered(ctx, "1234567");
  await checkNumbersOf(ctx, id);
  expect(await findCheckedNumbers(ctx, id)).toMatchObject([{ answer: "not-checked" }]);
  expect(await deedsOf(ctx, id)).toEqual([]);
});

test("what the register says is kept, with its name where that is another", async ({ ctx }) => {
  await makeRegisterEntry(ctx, { name: "SUPPER CLUB" });
  const [known, unknown] = [await numbered(ctx, "1234567"), await numbered(ctx, "7654321")];
  for (const id of [known, unknown]) await checkNumbersOf(ctx, id);
  expect(await findCheckedNumbers(ctx, known)).toMatchObject([
    { answer: "other-name", registerName: "SUPPER CLUB" },
  ]);
  expect(await findCheckedNumbers(ctx, unknown)).toMatchObject([{ answer: "not-found" }]);
  expect(await deedsOf(ctx, known)).toEqual(["check numbers"]);
});
