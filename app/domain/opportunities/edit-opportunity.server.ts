import { eq } from "drizzle-orm";
import * as v from "valibot";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { findHistory, refuseIfCrossed } from "#app/domain/history.server.ts";
import { record } from "#app/domain/record.server.ts";
import { seenOf } from "#app/domain/section.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { findKeptOpportunity, holdKeptOpportunity, type KeptOpportunity } from "./find-kept.server.ts";
import { type OpportunityFields, wasPublished } from "./opportunity.ts";
import { columnsOf, freeSlug, writePlaces } from "./write-fields.server.ts";

/**
 * Saves the fields of an opportunity; what is live stays live. Its address follows its title until it is published.
 * Throws NotFound, Invalid, or Conflict: with both versions where somebody else saved meanwhile.
 * @param edit.seen The stamp of the fields as the editor saw them.
 */
export function editOpportunity(
  ctx: Ctx,
  slug: string,
  { fields, seen }: { fields: OpportunityFields; seen: string },
): Promise<{ slug: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const kept = await holdKeptOpportunity(inside, slug);
    const which = { noun: "opportunity", id: kept.row.id };
    await refuseIfCrossed(inside, which, { seen, current: kept.fields, mine: fields });
    return save(inside, kept, { fields, deed: "edit opportunity" });
  });
}

/**
 * Brings back the words as they were before a change; the version they replace is in the record like any other.
 * Throws NotFound, or Conflict for a version that cannot stand today.
 */
export function restoreOpportunityVersion(
  ctx: Ctx,
  slug: string,
  changeId: string,
): Promise<{ slug: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const kept = await holdKeptOpportunity(inside, slug);
    const { fields } = await findVersion(inside, kept.row.id, changeId);
    return save(inside, kept, { fields, deed: "restore version of opportunity" });
  });
}

/** What stood before a change. Throws NotFound where that change kept no such thing. */
export async function findOpportunityVersion(ctx: Ctx, slug: string, changeId: string) {
  const kept = await findKeptOpportunity(ctx, slug);
  return { kept, ...(await findVersion(ctx, kept.row.id, changeId)) };
}

async function findVersion(ctx: Ctx, opportunityId: string, changeId: string) {
  const change = (await findHistory(ctx, "opportunity", opportunityId)).find(({ id }) => id === changeId);
  const before = v.safeParse(Version, change?.before);
  if (!change || !before.success) throw new NotFound("that version");
  return { at: change.at, who: change.who, fields: before.output.details };
}

const Text = v.string();
const Nullable = v.nullable(v.string());

/** A version as the record keeps it. */
const Version = v.object({
  details: v.object({
    ...{ title: Text, summary: Text, description: Text, places: v.array(Text), isOnline: v.boolean() },
    ...{ commitment: Text, howToApply: Text, url: Nullable, email: Nullable },
    ...{ opensOn: Nullable, closesOn: Nullable, closesTime: Nullable },
  }),
});

async function save(
  ctx: Ctx,
  { row, fields: before }: KeptOpportunity,
  { fields, deed }: { fields: OpportunityFields; deed: string },
): Promise<{ slug: string }> {
  if (row.state === "archived") throw new Conflict("This is archived. Put it back first, then edit it.");
  if (seenOf(before) === seenOf(fields)) return { slug: row.slug };
  const isNamed = wasPublished(row) || before.title === fields.title;
  const slug = isNamed ? row.slug : await freeSlug(ctx, fields.title, row.slug);
  await ctx.db
    .update(opportunities)
    .set({ ...columnsOf(ctx, fields, row), slug, updatedAt: ctx.now })
    .where(eq(opportunities.id, row.id));
  await writePlaces(ctx, row.id, fields.places);
  await record(ctx, {
    ...{ deed, noun: "opportunity", nounId: row.id },
    before: { details: before },
    after: { details: fields },
  });
  return { slug };
}
