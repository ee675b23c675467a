import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findTermIds } from "#app/domain/find-term-ids.server.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { isInResults } from "#app/domain/organisations/in-results.server.ts";
import { findPlaceId } from "#app/domain/places/find.server.ts";
import { remember } from "#app/domain/remember.server.ts";
import type { OrganisationKind } from "#db/vocabulary.ts";
import type { DirectoryFilter } from "./inputs.ts";
import { notConfirmedSince } from "./not-confirmed.server.ts";

export const PAGE_SIZE = 25;

export interface DirectoryRow {
  slug: string;
  name: string;
  kind: OrganisationKind;
  /** The start of its description, at most 200 characters. */
  about: string;
  /** Names of its places; none with `isSystemWide` means all of Norfolk and Waveney. */
  places: string[];
  isSystemWide: boolean;
  /** A plain date, from the day on which its confirmation fell due. */
  notConfirmedSince: string | null;
}

export interface Directory {
  organisations: DirectoryRow[];
  total: number;
  /** Slugs to turn from; null at an end of the list. */
  before: string | null;
  after: string | null;
}

/**
 * A page of live organisations by name. Pages hang on a name, not on a number: the last costs what the first does.
 * Throws NotFound for a place, topic or organisation of the address that we do not have.
 */
export async function findDirectory(ctx: Ctx, filter: DirectoryFilter): Promise<Directory> {
  const where = await filtered(ctx, filter);
  const [rows, total] = await Promise.all([findPage(ctx, where, filter), countOf(ctx, where, filter)]);
  const backwards = filter.before !== undefined;
  const isMore = rows.length > PAGE_SIZE;
  const organisations = rows.slice(0, PAGE_SIZE);
  if (backwards) organisations.reverse();
  const hasEarlier = backwards ? isMore : filter.after !== undefined;
  const hasLater = backwards || isMore;
  return {
    organisations,
    total,
    before: hasEarlier ? (organisations[0]?.slug ?? null) : null,
    after: hasLater ? (organisations.at(-1)?.slug ?? null) : null,
  };
}

/** Counted once for each filter until the data or the day changes: the count is the one part that grows with the list. */
function countOf(
  { db, now }: Ctx,
  where: SQL,
  { after: _a, before: _b, ...filter }: DirectoryFilter,
): Promise<number> {
  return remember(db, `organisations ${londonDay(now)} ${JSON.stringify(filter)}`, async () => {
    const [row] = await db.execute<{ total: number }>(
      sql`select count(*)::int as total from organisations o where ${where}`,
    );
    return row?.total ?? 0;
  });
}

async function findPage(ctx: Ctx, where: SQL, { after, before }: DirectoryFilter): Promise<DirectoryRow[]> {
  const edge = after ?? before;
  const beyond = edge ? sql`and (lower(o.name), o.id) ${sql.raw(before ? "<" : ">")} ${edgeOf(edge)}` : sql``;
  const way = sql.raw(before ? "desc" : "asc");
  const rows = await ctx.db.execute<DirectoryRow & Record<string, unknown>>(sql`
    select o.slug, o.name, o.kind, left(o.description, 200) as about, o.is_system_wide as "isSystemWide",
      ${notConfirmedSince(ctx, sql`o`)} as "notConfirmedSince",
      array(select p.name from organisation_places op join places p on p.id = op.place_id
            where op.organisation_id = o.id order by p.position, p.name) as places
    from organisations o
    where ${where} ${beyond}
    order by lower(o.name) ${way}, o.id ${way}
    limit ${PAGE_SIZE + 1}`);
  // Beyond an edge that is not there lies nothing: only then is it worth asking which it was
  if (edge && rows.length === 0 && !(await exists(ctx.db, edge)))
    throw new NotFound("the organisation that this page begins at");
  return [...rows];
}

/** Scalar looks, not a row of a subquery: only so do they bound the index scan. */
const edgeOf = (slug: string) => sql`(
  (select lower(name) from organisations where slug = ${slug}), (select id from organisations where slug = ${slug}))`;

async function exists(db: Ctx["db"], slug: string): Promise<boolean> {
  const rows = await db.execute(sql`select from organisations where slug = ${slug}`);
  return rows.length > 0;
}

async function filtered(ctx: Ctx, { q, place, topic, kind }: DirectoryFilter): Promise<SQL> {
  const [placeId, termIds] = await Promise.all([findPlaceId(ctx, place), findTermIds(ctx, topic)]);
  const parts = [sql`o.state = 'live'`, isInResults(ctx, sql`o.review_due_on`)];
  if (kind) parts.push(sql`o.kind = ${kind}`);
  if (placeId) parts.push(worksIn(placeId));
  if (termIds) parts.push(isAbout(termIds));
  if (q) parts.push(isCalled(q));
  return sql.join(parts, sql` and `);
}

const worksIn = (placeId: string) => sql`(o.is_system_wide or exists (
  select from organisation_places op where op.organisation_id = o.id and op.place_id = ${placeId}))`;

/** Of the topic itself, or with a live service of it. */
function isAbout(termIds: readonly string[]): SQL {
  const ids = sql`${sql.param([...termIds])}::uuid[]`;
  return sql`o.id in (
    select organisation_id from organisation_terms where term_id = any(${ids})
    union
    select s.organisation_id from service_terms st join services s on s.id = st.service_id
    where st.term_id = any(${ids}) and s.state = 'live')`;
}

/** Each word of a name, now or formerly; a slip in the name as a whole is forgiven. */
function isCalled(q: string): SQL {
  const words = q
    .split(/\s+/)
    .slice(0, 8)
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const has = (name: SQL) =>
    sql.join(
      words.map((word) => sql`${name} ilike ${word}`),
      sql` and `,
    );
  return sql`o.id in (
    select id from organisations n where (${has(sql`n.name`)}) or ${q} <% n.name
    union
    select organisation_id from former_names f where (${has(sql`f.name`)}) or ${q} <% f.name)`;
}
