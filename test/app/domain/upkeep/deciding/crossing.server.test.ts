import { afterAll, expect, test } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { editSection } from "#app/domain/organisations/keeping/edit-section.server.ts";
import { formValues } from "#app/domain/organisations/record/form-values.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import { seenOf } from "#app/domain/section.ts";
import { approveCase } from "#app/domain/upkeep/deciding/decide-case.server.ts";
import { cases } from "#db/schema/keeping/cases.ts";
import { as, makeAccount } from "#test/factories/accounts.ts";
import { makeAdministrator } from "#test/factories/cases.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { connection, NOW } from "#test/setup/context.ts";

afterAll(async () => {
  await connection().sql`truncate organisations, people, mails cascade`;
});

test("a keeper who writes another name while the first is approved waits for it, and nobody is thrown out", async () => {
  const ctx: Ctx = { actor: { kind: "visitor" }, db: connection().db, now: NOW };
  const administrator = await makeAdministrator(ctx, "Ada");
  for (const round of [1, 2, 3, 4, 5, 6]) {
    const { id, slug } = await makeOrganisation(ctx);
    const owner = as(ctx, await makeAccount(ctx, { roles: [["organisation-owner", id]] }));
    const rename = async (name: string) => {
      const before = (await readRecord(ctx, id)).names;
      const seen = seenOf(formValues("names", before));
      return editSection(owner, slug, { section: "names", fields: { ...before, name }, seen });
    };
    await rename(`Table ${round}`);
    const [{ id: caseId } = expect.fail("no case")] = await ctx.db.select().from(cases);
    const ends = await Promise.allSettled([
      approveCase(as(ctx, administrator), caseId),
      rename("Long Table"),
    ]);
    const told = ends.flatMap((end) => (end.status === "rejected" ? [String(end.reason)] : []));
    expect(told.filter((words) => !words.startsWith("Conflict"))).toEqual([]);
    await ctx.db.delete(cases);
  }
});
