import { eq } from "drizzle-orm";
import * as v from "valibot";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { mayEditOrganisation } from "#app/domain/organisations/policy.ts";
import { Slug } from "#app/domain/shapes.ts";
import { organisationSlugs, organisations } from "#db/schema/organisations.ts";
import type { OrganisationKind, RecordState } from "#db/vocabulary.ts";

/** An organisation as those who keep it see it, in whatever state. */
export interface KeptOrganisation {
  id: string;
  slug: string;
  name: string;
  kind: OrganisationKind;
  state: RecordState;
  /** Why it is closed for now, as the public page says it. */
  stateNote: string;
  isTrusted: boolean;
  confirmedOn: string | null;
  reviewDueOn: string | null;
  archivedAt: string | null;
  /** The record that took this one in. */
  mergedIntoId: string | null;
}

const columns = {
  id: organisations.id,
  slug: organisations.slug,
  name: organisations.name,
  kind: organisations.kind,
  state: organisations.state,
  stateNote: organisations.stateNote,
  isTrusted: organisations.isTrusted,
  confirmedOn: organisations.confirmedOn,
  reviewDueOn: organisations.reviewDueOn,
  archivedAt: organisations.archivedAt,
  mergedIntoId: organisations.mergedIntoId,
};

/** One organisation of the actor's own. Throws NotFound, also for those whose it is not. */
export async function findKeptOrganisation(ctx: Ctx, slug: string): Promise<KeptOrganisation> {
  const found = v.is(Slug, slug) ? await findBySlug(ctx, slug) : undefined;
  if (!found || !mayEditOrganisation(ctx.actor, found.id)) throw new NotFound("that organisation");
  return { ...found, archivedAt: found.archivedAt?.toISOString() ?? null };
}

async function findBySlug({ db }: Ctx, slug: string) {
  const [found] = await db.select(columns).from(organisations).where(eq(organisations.slug, slug));
  if (found) return found;
  const [moved] = await db
    .select(columns)
    .from(organisationSlugs)
    .innerJoin(organisations, eq(organisations.id, organisationSlugs.organisationId))
    .where(eq(organisationSlugs.slug, slug));
  return moved;
}

/** The same, held until the transaction ends, so that two who save at once follow each other. */
export async function holdKeptOrganisation(ctx: Ctx, slug: string): Promise<KeptOrganisation> {
  const { id } = await findKeptOrganisation(ctx, slug);
  await ctx.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, id))
    .for("no key update");
  return findKeptOrganisation(ctx, slug);
}
