import { randomUUID } from "node:crypto";
import type { Ctx } from "#app/domain/context.ts";
import { organisations } from "#db/schema/organisations.ts";
import { districts, placeDistricts } from "#db/schema/places.ts";

export async function makeOrganisation(ctx: Ctx, over: Partial<typeof organisations.$inferInsert> = {}) {
  const slug = over.slug ?? `the-long-table-${randomUUID().slice(0, 8)}`;
  const archivedAt = over.state === "archived" ? ctx.now : null;
  const [made] = await ctx.db
    .insert(organisations)
    .values({ name: "The Long Table", kind: "charity", archivedAt, ...over, slug })
    .returning();
  if (!made) throw new Error("The organisation was not made");
  return made;
}

/** A district council; of a place where one is named. */
export async function makeDistrict(
  ctx: Ctx,
  { placeId, ...over }: Partial<typeof districts.$inferInsert> & { placeId?: string } = {},
) {
  const slug = over.slug ?? `broadland-${randomUUID().slice(0, 8)}`;
  const [made] = await ctx.db
    .insert(districts)
    .values({ name: "Broadland", county: "Norfolk", ...over, slug })
    .returning();
  if (!made) throw new Error("The district was not made");
  if (placeId) await ctx.db.insert(placeDistricts).values({ placeId, districtId: made.id });
  return made;
}
