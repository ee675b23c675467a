import { and, asc, count, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { mayHandleCaseOf } from "#app/domain/cases/find-case.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { hasPage } from "#app/domain/organisations/has-page.server.ts";
import { findPlaceId } from "#app/domain/places/find.server.ts";
import { titleWords } from "#db/schema/columns.ts";
import { opportunities, opportunityPlaces } from "#db/schema/opportunities.ts";
import { organisations } from "#db/schema/organisations.ts";
import { places } from "#db/schema/places.ts";
import type { OpportunityKind } from "#db/vocabulary.ts";
import { isClosed, isPublished } from "./opportunity.ts";
import { mayKeepOpportunities } from "./policy.ts";

export interface OpportunityCardRow {
  slug: string;
  title: string;
  kind: OpportunityKind;
  summary: string;
  organisation: { slug: string; name: string };
  /** An instant; null while it is open until taken down. */
  closesAt: string | null;
  isOnline: boolean;
  /** Names of its places; none means all of Norfolk and Waveney. */
  places: string[];
}

export interface OpportunityPage extends OpportunityCardRow {
  description: string;
  howToApply: string;
  commitment: string;
  url: string | null;
  email: string | null;
  isClosed: boolean;
  /** Closed for now by its keepers, with what they say about it. */
  isPaused: boolean;
  note: string;
}

const placeNames = sql<string[]>`array(
  select ${places.name} from ${opportunityPlaces} join ${places} on ${places.id} = ${opportunityPlaces.placeId}
  where ${opportunityPlaces.opportunityId} = ${opportunities.id} order by ${places.position}, ${places.name})`;

const card = {
  slug: opportunities.slug,
  title: opportunities.title,
  kind: opportunities.kind,
  summary: opportunities.summary,
  organisation: { slug: organisations.slug, name: organisations.name },
  closesAt: opportunities.closesAt,
  isOnline: opportunities.isOnline,
  places: placeNames,
};

/** Opportunities open now, the first to close first. Throws NotFound for a place we do not know. */
export async function findOpenOpportunities(
  ctx: Ctx,
  query: { kind?: OpportunityKind; place?: string; page?: number; limit?: number },
): Promise<{ total: number; opportunities: OpportunityCardRow[] }> {
  const { kind, page = 1, limit = 20 } = query;
  const placeId = await findPlaceId(ctx, query.place);
  const where = and(
    openNow(ctx.now),
    kind && eq(opportunities.kind, kind),
    placeId === undefined ? undefined : servesPlace(placeId),
  );
  const [rows, [counted]] = await Promise.all([
    findCards(ctx, where, limit, (page - 1) * limit),
    ctx.db
      .select({ total: count() })
      .from(opportunities)
      .innerJoin(organisations, eq(organisations.id, opportunities.organisationId))
      .where(where),
  ]);
  return { total: counted?.total ?? 0, opportunities: rows };
}

/** What one organisation offers now, the first to close first. */
export async function findOpportunitiesByOrganisation(
  ctx: Ctx,
  organisationId: string,
  limit = 50,
): Promise<OpportunityCardRow[]> {
  return findCards(ctx, and(openNow(ctx.now), eq(opportunities.organisationId, organisationId)), limit, 0);
}

/** Open opportunities with all of these words in their titles, the first to close first. */
export async function findOpportunitiesTitled(
  ctx: Ctx,
  words: string,
  limit: number,
): Promise<OpportunityCardRow[]> {
  const titled = sql`${titleWords(opportunities.title)} @@ plainto_tsquery('english', ${words})`;
  return findCards(ctx, and(openNow(ctx.now), titled), limit, 0);
}

/** One opportunity, open or closed. Throws NotFound for one that is not published or has not opened yet. */
export async function findOpportunity(
  ctx: Ctx,
  slug: string,
): Promise<OpportunityPage & { mayKeep: boolean }> {
  const found = await findPage(ctx, slug);
  const isPublic = found?.organisationHasPage && isPublished(found.row) && found.row.opensAt <= ctx.now;
  if (!isPublic) throw new NotFound("that opportunity");
  return { ...found.page, mayKeep: mayKeepOpportunities(ctx.actor, found.row) };
}

/**
 * One in any state, as its page will be, for its keepers and for those who may approve it.
 * Throws NotFound to everybody else.
 */
export async function findOpportunityPreview(ctx: Ctx, slug: string): Promise<OpportunityPage> {
  const found = await findPage(ctx, slug);
  const maySee =
    found && (mayKeepOpportunities(ctx.actor, found.row) || (await mayHandleCaseOf(ctx, found.row.id)));
  if (!maySee) throw new NotFound("that opportunity");
  return found.page;
}

async function findPage(ctx: Ctx, slug: string) {
  const [found] = await ctx.db
    .select({ ...card, row: opportunities, organisationHasPage: sql<boolean>`${hasPage}` })
    .from(opportunities)
    .innerJoin(organisations, eq(organisations.id, opportunities.organisationId))
    .where(eq(opportunities.slug, slug));
  if (!found) return undefined;
  const { row, organisationHasPage, ...shown } = found;
  const { description, howToApply, commitment, url, email, closesAt, state, stateNote } = row;
  const isPaused = state === "temporarily-closed";
  const page: OpportunityPage = {
    ...shown,
    ...{ description, howToApply, commitment, url, email, isPaused },
    closesAt: closesAt?.toISOString() ?? null,
    isClosed: isClosed(row, ctx.now),
    note: isPaused ? stateNote : "",
  };
  return { page, row, organisationHasPage };
}

async function findCards(ctx: Ctx, where: SQL | undefined, limit: number, offset: number) {
  const rows = await ctx.db
    .select(card)
    .from(opportunities)
    .innerJoin(organisations, eq(organisations.id, opportunities.organisationId))
    .where(where)
    .orderBy(sql`${opportunities.closesAt} asc nulls last`, asc(opportunities.title), asc(opportunities.id))
    .limit(limit)
    .offset(offset);
  return rows.map((row) => ({ ...row, closesAt: row.closesAt?.toISOString() ?? null }));
}

function openNow(now: Date): SQL | undefined {
  return and(published(now), or(isNull(opportunities.closesAt), gt(opportunities.closesAt, now)));
}

function published(now: Date): SQL | undefined {
  return and(eq(opportunities.state, "live"), lte(opportunities.opensAt, now), hasPage);
}

/** There, or everywhere: an opportunity without places is for the whole system. */
function servesPlace(placeId: string): SQL {
  const its = sql`select 1 from ${opportunityPlaces} where ${opportunityPlaces.opportunityId} = ${opportunities.id}`;
  return sql`(exists (${its} and ${opportunityPlaces.placeId} = ${placeId}) or not exists (${its}))`;
}
