import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { findHistory } from "#app/domain/history.server.ts";
import { mails } from "#db/schema/keeping/mails.ts";
import { organisations } from "#db/schema/organisations.ts";
import { districts, placeDistricts } from "#db/schema/places.ts";
import { makeAccount } from "./accounts.ts";

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

/** An owner of an organisation, signed in; the row of the role exists too. */
export function makeOwner(ctx: Ctx, organisationId: string, name = "Beth Howes") {
  return makeAccount(ctx, { name, roles: [["organisation-owner", organisationId]] });
}

/** What a record of this organisation says in the history, newest first: deeds in the words of `record`. */
export async function deedsOf(ctx: Ctx, organisationId: string): Promise<string[]> {
  return (await findHistory(ctx, "organisation", organisationId)).map(({ deed }) => deed);
}

/** The letters that were posted to an address, by their kinds. */
export async function lettersTo(ctx: Ctx, email: string): Promise<string[]> {
  const rows = await ctx.db
    .select()
    .from(mails)
    .where(eq(mails.toEmail, email))
    .orderBy(asc(mails.createdAt));
  return rows.map(({ kind }) => kind);
}
