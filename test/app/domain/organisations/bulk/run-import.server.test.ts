import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { findImport } from "#app/domain/organisations/bulk/imports/find-import.server.ts";
import { keepFile } from "#app/domain/organisations/bulk/imports/keep-file.server.ts";
import { runImport } from "#app/domain/organisations/bulk/imports/run-import.server.ts";
import { startImport } from "#app/domain/organisations/bulk/imports/start-import.server.ts";
import { changes, people } from "#db/schema/accounts.ts";
import { imports } from "#db/schema/keeping/imports.ts";
import { organisations } from "#db/schema/organisations.ts";
import { makeImport } from "#test/factories/imports.ts";
import { makePerson } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";

const all = { which: "all" as const, rows: "" };
const asAdministrator = async (ctx: Ctx) => ({
  ...ctx,
  actor: await makePerson(ctx, [["administrator", null]]),
});
const file = (text: string) => ({ fileName: "a.csv", bytes: new TextEncoder().encode(text) });
const job = (ctx: Ctx) => ({ ...ctx, actor: { kind: "job", name: "test" } as const });

describe("an import", () => {
  test("is checked, started and written, in the name of who sent it", async ({ ctx }) => {
    const inside = await asAdministrator(ctx);
    const { id } = await keepFile(inside, file("name,kind\nGwŷr Norwich,Charity\n,Charity\n"));
    expect(await ctx.db.select().from(organisations)).toEqual([]);
    expect(await findImport(inside, id)).toMatchObject({
      ...{ state: "checked", report: { counts: { add: 1, fault: 1 }, rows: { add: "2", fault: "3" } } },
    });
    await startImport(inside, id, all);
    await runImport(job(ctx), id);
    expect(await findImport(inside, id)).toMatchObject({
      ...{ state: "done", written: 1, total: 1, report: { done: { added: 1, left: 1 } } },
    });
    const [made] = await ctx.db.select().from(organisations);
    const [change] = await ctx.db
      .select()
      .from(changes)
      .where(eq(changes.nounId, made?.id ?? ""));
    expect(change).toMatchObject({ deed: "import organisation", personId: inside.actor.id });
  });

  test("is written once, however often its job runs", async ({ ctx }) => {
    const inside = await asAdministrator(ctx);
    const { id } = await makeImport(ctx);
    await runImport(job(ctx), id);
    expect(await ctx.db.select().from(organisations)).toEqual([]);
    await startImport(inside, id, all);
    await expect(startImport(inside, id, all)).rejects.toThrow(Conflict);
    await runImport(job(ctx), id);
    await runImport(job(ctx), id);
    expect(await ctx.db.select().from(organisations)).toHaveLength(1);
  });

  test("that cannot be written any more says why, and writes nothing", async ({ ctx }) => {
    const inside = await asAdministrator(ctx);
    const { id } = await makeImport(ctx, { content: "nothing,of\nuse,here\n" });
    await startImport(inside, id, all);
    await runImport(job(ctx), id);
    expect(await findImport(inside, id)).toMatchObject({
      ...{ state: "failed", problem: expect.stringContaining("no column “name”") },
    });
  });

  test.for([
    ["no CSV", "PK\u0000\u0003", "not a CSV file"],
    ["no headings", "a,b\nc,d\n", "no column “name” and “kind”"],
    ["nothing", "\n", "empty"],
  ] as const)("of %s is not kept", async ([, text, words], { ctx }) => {
    const inside = await asAdministrator(ctx);
    await expect(keepFile(inside, file(text))).rejects.toThrow(Invalid);
    await expect(keepFile(inside, file(text))).rejects.toThrow(words);
    expect(await ctx.db.select().from(imports)).toEqual([]);
  });

  test("is nobody's but the team's", async ({ ctx }) => {
    const { id } = await makeImport(ctx);
    const partner = { ...ctx, actor: await makePerson(ctx, [["icb-staff", null]]) };
    await expect(findImport(partner, id)).rejects.toThrow(NotFound);
    await expect(startImport(partner, id, all)).rejects.toThrow(NotFound);
    expect(await ctx.db.select().from(people)).toHaveLength(1);
  });
});
