import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { record } from "#app/domain/record.server.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import type { OpportunityKind } from "#db/vocabulary.ts";
import { findKeptOpportunity, findKeptOrganisation } from "./find-kept.server.ts";
import type { OpportunityFields } from "./opportunity.ts";
import { columnsOf, freeSlug, writePlaces } from "./write-fields.server.ts";

/** What a new opportunity is. */
export interface NewOpportunity {
  kind: OpportunityKind;
  fields: OpportunityFields;
}

/** Makes a draft for an organisation. Throws NotFound to those who do not keep it, or Invalid. */
export function createOpportunity(
  ctx: Ctx,
  organisationSlug: string,
  { kind, fields }: NewOpportunity,
): Promise<{ slug: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const organisation = await findKeptOrganisation(inside, organisationSlug);
    return insertDraft(inside, organisation.id, { kind, fields }, "make opportunity");
  });
}

/** Makes another like it: a draft with the same words and without its dates. Throws NotFound. */
export function copyOpportunity(ctx: Ctx, slug: string): Promise<{ slug: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { row, fields } = await findKeptOpportunity(inside, slug);
    const undated = { ...fields, opensOn: null, closesOn: null, closesTime: null };
    return insertDraft(inside, row.organisationId, { kind: row.kind, fields: undated }, "copy opportunity");
  });
}

async function insertDraft(
  ctx: Ctx,
  organisationId: string,
  { kind, fields }: NewOpportunity,
  deed: string,
): Promise<{ slug: string }> {
  const slug = await freeSlug(ctx, fields.title);
  const [made] = await ctx.db
    .insert(opportunities)
    .values({
      ...columnsOf(ctx, fields, null),
      ...{ slug, kind, organisationId, state: "draft", createdAt: ctx.now, updatedAt: ctx.now },
    })
    .returning({ id: opportunities.id });
  if (!made) throw new Conflict("The opportunity could not be saved.");
  await writePlaces(ctx, made.id, fields.places);
  await record(ctx, { deed, noun: "opportunity", nounId: made.id, after: { kind, details: fields } });
  return { slug };
}
