import type { Ctx } from "#app/domain/context.ts";
import { groupPlaces, groupRules, members, seats, themes } from "#db/schema/groups.ts";

export async function makeSeat(ctx: Ctx, groupId: string, over: Partial<typeof seats.$inferInsert> = {}) {
  const values = { seatNumber: 1, roleTitle: "Sector representative", heldFrom: "2025-04-01", ...over };
  await ctx.db.insert(seats).values({ ...values, groupId });
}

export async function makeMember(
  ctx: Ctx,
  groupId: string,
  organisationId: string,
  over: Partial<typeof members.$inferInsert> = {},
) {
  await ctx.db.insert(members).values({ joinedOn: "2025-04-01", ...over, groupId, organisationId });
}

export async function makeRules(
  ctx: Ctx,
  groupId: string,
  over: Partial<typeof groupRules.$inferInsert> = {},
) {
  await ctx.db.insert(groupRules).values({ ...over, groupId });
}

export async function makeTheme(ctx: Ctx, groupId: string, over: Partial<typeof themes.$inferInsert> = {}) {
  const [made] = await ctx.db
    .insert(themes)
    .values({ name: "Social and economic wellbeing", ...over, groupId })
    .returning();
  if (!made) throw new Error("The theme was not made");
  return made;
}

export async function touchPlace(ctx: Ctx, groupId: string, placeId: string) {
  await ctx.db.insert(groupPlaces).values({ groupId, placeId });
}
