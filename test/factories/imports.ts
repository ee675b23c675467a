import type { Ctx } from "#app/domain/context.ts";
import { imports } from "#db/schema/keeping/imports.ts";

/** A file of one new organisation that was checked and not written yet. */
export async function makeImport(ctx: Ctx, over: Partial<typeof imports.$inferInsert> = {}) {
  const none = { add: 0, change: 0, nothing: 0, fault: 0 };
  const [made] = await ctx.db
    .insert(imports)
    .values({
      ...{ fileName: "organisations.csv", content: "name,kind\nGwŷr Norwich,Charity\n", state: "checked" },
      report: {
        ...{ notices: [], problems: [], faults: [], likely: [], counts: { ...none, add: 1 } },
        rows: { add: "2", change: "", nothing: "", fault: "" },
      },
      createdAt: ctx.now,
      ...over,
    })
    .returning();
  if (!made) throw new Error("The import was not made");
  return made;
}
