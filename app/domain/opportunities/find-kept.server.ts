import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { restorableUntil } from "#app/domain/organisations/restorable.ts";
import { opportunities, opportunityPlaces } from "#db/schema/opportunities.ts";
import { organisations } from "#db/schema/organisations.ts";
import { places } from "#db/schema/places.ts";
import type { OpportunityKind, RecordState } from "#db/vocabulary.ts";
import { daysOf, isClosed, type OpportunityFields, wasPublished } from "./opportunity.ts";
import { mayKeepOpportunities, mayPublishAtOnce } from "./policy.ts";

type Row = typeof opportunities.$inferSelect;

/** An opportunity in its keepers' hands, in whatever state. */
export interface KeptOpportunity {
  row: Row;
  organisation: { slug: string; name: string; isTrusted: boolean };
  fields: OpportunityFields;
}

const placeSlugs = sql<string[]>`array(
  select ${places.slug} from ${opportunityPlaces} join ${places} on ${places.id} = ${opportunityPlaces.placeId}
  where ${opportunityPlaces.opportunityId} = ${opportunities.id} order by ${places.slug})`;

/** One that the actor keeps. Throws NotFound where there is none, and to everybody else. */
export async function findKeptOpportunity(ctx: Ctx, slug: string): Promise<KeptOpportunity> {
  const { name, isTrusted } = organisations;
  const [found] = await ctx.db
    .select({
      row: opportunities,
      organisation: { slug: organisations.slug, name, isTrusted },
      places: placeSlugs,
    })
    .from(opportunities)
    .innerJoin(organisations, eq(organisations.id, opportunities.organisationId))
    .where(eq(opportunities.slug, slug));
  if (!found || !mayKeepOpportunities(ctx.actor, found.row)) throw new NotFound("that opportunity");
  return { ...found, fields: fieldsOf(found.row, found.places) };
}

/** The same, held until the transaction ends. */
export async function holdKeptOpportunity(ctx: Ctx, slug: string): Promise<KeptOpportunity> {
  await ctx.db.execute(sql`select id from opportunities where slug = ${slug} for update`);
  return findKeptOpportunity(ctx, slug);
}

function fieldsOf(row: Row, placeSlugsOf: string[]): OpportunityFields {
  const { title, summary, description, isOnline, commitment, howToApply, url, email } = row;
  const said = { title, summary, description, isOnline, commitment, howToApply, url, email };
  return { ...said, places: placeSlugsOf, ...daysOf(row) };
}

/** What a keeper's page shows of one. */
export interface KeptPage extends KeptLine {
  organisation: { slug: string; name: string };
  fields: OpportunityFields;
  wasPublished: boolean;
  /** Whether pressing "publish" publishes, or asks for approval. */
  publishesAtOnce: boolean;
}

export async function showKeptOpportunity(ctx: Ctx, slug: string): Promise<KeptPage> {
  const { row, organisation, fields } = await findKeptOpportunity(ctx, slug);
  const { title, kind, state, stateNote, closesAt, archivedAt } = row;
  const isKnown = wasPublished(row);
  return {
    ...lineOf({ slug, title, kind, state, stateNote, closesAt, archivedAt }, ctx.now),
    ...{ fields, wasPublished: isKnown },
    organisation: { slug: organisation.slug, name: organisation.name },
    publishesAtOnce: mayPublishAtOnce(ctx.actor, {
      isTrusted: organisation.isTrusted,
      wasPublished: isKnown,
    }),
  };
}

/** A line of the keepers' list. */
export interface KeptLine {
  slug: string;
  title: string;
  kind: OpportunityKind;
  state: RecordState;
  stateNote: string;
  closesAt: string | null;
  isClosed: boolean;
  /** Until when an archived one can be put back; null for the others, and where it is too late. */
  restorableUntil: string | null;
}

export interface KeptList {
  organisation: { id: string; slug: string; name: string };
  opportunities: KeptLine[];
}

const order = sql`array_position(array['draft', 'waiting', 'live', 'temporarily-closed', 'archived'], ${opportunities.state})`;

/** All of an organisation's, in every state: first what waits for its keepers. Throws NotFound, to others too. */
export async function findKeptOpportunities(ctx: Ctx, organisationSlug: string): Promise<KeptList> {
  const organisation = await findKeptOrganisation(ctx, organisationSlug);
  const { slug, title, kind, state, stateNote, closesAt, archivedAt } = opportunities;
  const rows = await ctx.db
    .select({ slug, title, kind, state, stateNote, closesAt, archivedAt })
    .from(opportunities)
    .where(and(eq(opportunities.organisationId, organisation.id)))
    .orderBy(order, desc(opportunities.updatedAt), asc(opportunities.id));
  return { organisation, opportunities: rows.map((row) => lineOf(row, ctx.now)) };
}

type ListedRow = Pick<Row, "slug" | "title" | "kind" | "state" | "stateNote" | "closesAt" | "archivedAt">;

function lineOf({ archivedAt, ...row }: ListedRow, now: Date): KeptLine {
  const until = archivedAt && restorableUntil(archivedAt);
  return {
    ...row,
    closesAt: row.closesAt?.toISOString() ?? null,
    isClosed: isClosed(row, now),
    restorableUntil: until && until > now ? until.toISOString() : null,
  };
}

/** An organisation whose opportunities the actor keeps. Throws NotFound. */
export async function findKeptOrganisation(ctx: Ctx, slug: string): Promise<KeptList["organisation"]> {
  const { id, name } = organisations;
  const [found] = await ctx.db
    .select({ id, slug: organisations.slug, name })
    .from(organisations)
    .where(eq(organisations.slug, slug));
  if (!found || !mayKeepOpportunities(ctx.actor, { organisationId: found.id }))
    throw new NotFound("that organisation");
  return found;
}
