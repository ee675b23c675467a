import { randomUUID } from "node:crypto";
import type { Ctx } from "#app/domain/context.ts";
import { organisations } from "#db/schema/organisations.ts";

export async function makeOrganisation(ctx: Ctx, over: Partial<typeof organisations.$inferInsert> = {}) {
  const slug = over.slug ?? `the-long-table-${randomUUID().slice(0, 8)}`;
  const [made] = await ctx.db
    .insert(organisations)
    .values({ name: "The Long Table", kind: "charity", ...over, slug })
    .returning();
  if (!made) throw new Error("The organisation was not made");
  return made;
}
