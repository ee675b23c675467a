import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { readNumber } from "#app/domain/organisations/registers/number.ts";
import type { IdentifierScheme, RecordState } from "#db/vocabulary.ts";
import { findReach, type Reach } from "./reach.server.ts";

export type WhyDuplicate = "same number" | "similar name" | "former name";

/** An organisation that may be the very one that somebody is about to add. */
export interface Duplicate {
  id: string;
  slug: string;
  name: string;
  state: RecordState;
  why: WhyDuplicate;
  /** Where it works, in words: "Norwich, Broadland". */
  where: string;
  hasOwner: boolean;
}

export interface Likeness {
  name: string;
  /** Where the new one works; without any, a like name anywhere counts. */
  districtIds?: readonly string[];
  placeIds?: readonly string[];
  identifiers?: readonly { scheme: IdentifierScheme; identifier: string }[];
  /** The record itself, once it is saved. */
  exceptId?: string;
}

const MOST = 6;

/** Two names are alike from here on, of 1; what they are known by is compared (`name_core` in the database). */
export const ALIKE = 0.5;

/** Shorter ones, such as MAP and YMCA, differ by one letter and mean something else: only the same counts. */
export const SHORT = 5;

/** A draft is its keeper's alone; what is archived is no longer there to be joined. */
export const comparable = sql`o.state in ('live', 'temporarily-closed', 'waiting')`;

/**
 * Organisations with the same register number anywhere, or with a name like this one, now or formerly, in the
 * same district or place. Those with the same number come first, then the likest.
 */
export async function findDuplicates(ctx: Pick<Ctx, "db">, like: Likeness): Promise<Duplicate[]> {
  const [reach, core] = [await findReach(ctx, like), await findCore(ctx, like.name)];
  const rows = await ctx.db.execute<Duplicate & Record<string, unknown>>(sql`
    with found (id, why, rank, likeness) as (
      ${sql.join([...numbered(like), byName(core, reach), byFormerName(core, reach)], sql` union all `)}),
    likest as (select distinct on (id) id, why, rank, likeness from found order by id, rank, likeness desc)
    select o.id, o.slug, o.name, o.state, likest.why, ${whereInWords} as "where", ${hasOwner} as "hasOwner"
    from likest join organisations o on o.id = likest.id
    where o.id is distinct from ${like.exceptId ?? null}::uuid
    order by likest.rank, likest.likeness desc, lower(o.name), o.id
    limit ${MOST}`);
  return [...rows];
}

function numbered({ identifiers = [] }: Likeness): SQL[] {
  const pairs = identifiers.flatMap(({ scheme, identifier }) => {
    const read = readNumber(scheme, identifier);
    return read.ok ? [sql`(${scheme}, ${read.number})`] : [];
  });
  if (pairs.length === 0) return [];
  return [
    sql`select o.id, 'same number' as why, 0 as rank, 1::real as likeness
      from organisation_identifiers i join organisations o on o.id = i.organisation_id
      where (i.scheme, i.identifier) in (${sql.join(pairs, sql`, `)}) and ${comparable}`,
  ];
}

/** What a name is known by, as the database sees it. */
async function findCore({ db }: Pick<Ctx, "db">, name: string): Promise<string> {
  const [row] = await db.execute<{ core: string }>(sql`select name_core(${name}) as core`);
  return row?.core ?? "";
}

/** The operator lets the index answer; the figure after it is the stricter one that counts. */
function isLike(column: SQL, core: string): SQL {
  if (core.length <= SHORT) return sql`name_core(${column}) = ${core}`;
  return sql`(name_core(${column}) % ${core} and similarity(name_core(${column}), ${core}) >= ${ALIKE})`;
}

const byName = (core: string, reach: Reach | null) => sql`
  select o.id, 'similar name', 1, similarity(name_core(o.name), ${core})
  from organisations o
  where ${isLike(sql`o.name`, core)} and ${comparable} and ${within(reach)}`;

const byFormerName = (core: string, reach: Reach | null) => sql`
  select o.id, 'former name', 2, similarity(name_core(f.name), ${core})
  from former_names f join organisations o on o.id = f.organisation_id
  where ${isLike(sql`f.name`, core)} and ${comparable} and ${within(reach)}`;

/** Whoever works everywhere, or has not said where, may be anybody's neighbour. */
function within(reach: Reach | null): SQL {
  if (!reach) return sql`true`;
  return sql`(o.is_system_wide
    or exists (select from organisation_districts od
               where od.organisation_id = o.id and od.district_id = any(${reach.districtIds}::uuid[]))
    or exists (select from organisation_places op
               where op.organisation_id = o.id and op.place_id = any(${reach.placeIds}::uuid[]))
    or not (exists (select from organisation_districts od where od.organisation_id = o.id)
            or exists (select from organisation_places op where op.organisation_id = o.id)))`;
}

export const whereInWords = sql<string>`coalesce(
  (select string_agg(d.name, ', ' order by d.name)
   from organisation_districts od join districts d on d.id = od.district_id where od.organisation_id = o.id),
  (select string_agg(p.name, ', ' order by p.position, p.name)
   from organisation_places op join places p on p.id = op.place_id where op.organisation_id = o.id),
  case when o.is_system_wide then 'all of Norfolk and Waveney' else '' end)`;

export const hasOwner = sql<boolean>`exists (
  select from role_grants g where g.scope_id = o.id and g.ended_at is null
  and g.role in ('organisation-owner', 'organisation-editor'))`;
