import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { isInResults } from "#app/domain/organisations/in-results.server.ts";
import { advanceDataVersion } from "#app/domain/record.server.ts";

/**
 * Writes what search reads for every live service of a live organisation, or for those of `serviceIds` alone;
 * one that is no longer live, or not confirmed for long, leaves the index. Hidden addresses give no point. Call it in the change's transaction.
 */
export async function indexServices(
  { db, now }: Pick<Ctx, "db" | "now">,
  serviceIds?: readonly string[],
): Promise<void> {
  if (serviceIds?.length === 0) return;
  await db.transaction(async (tx) => {
    if (!serviceIds) await refreshStatistics(tx, SOURCES);
    const asked = sql`${serviceIds ? sql.param([...serviceIds]) : null}::uuid[]`;
    await forget(tx, asked);
    await writeWords({ db: tx, now }, asked);
    await writePoints(tx, asked);
    if (serviceIds) await addSpellings(tx, asked);
    else await rewriteSpellings(tx);
    await advanceDataVersion(tx);
  });
  if (!serviceIds) await refreshStatistics(db, WRITTEN);
}

const mine = (column: SQL, asked: SQL) => sql`(${asked} is null or ${column} = any(${asked}))`;

async function forget(db: Ctx["db"], asked: SQL): Promise<void> {
  await db.execute(sql`delete from service_points where ${mine(sql`service_id`, asked)}`);
  await db.execute(sql`delete from service_index where ${mine(sql`service_id`, asked)}`);
}

/**
 * A term brings its ancestors' ids and words, so that a wide topic finds narrow ones: what a topic matches,
 * full text matches too, but as D: A to C are what a service says of itself. Apostrophes close up, as they do in what people type (words.ts).
 */
async function writeWords(ctx: Pick<Ctx, "db" | "now">, asked: SQL): Promise<void> {
  await ctx.db.execute(sql`
    with recursive ancestry as (
      select id as term_id, id as ancestor_id, parent_id from taxonomy_terms
      union
      select a.term_id, t.id, t.parent_id from ancestry a join taxonomy_terms t on t.id = a.parent_id
    ),
    spoken as (select id, name || ' . ' || array_to_string(words, ' . ') as said from taxonomy_terms),
    terms as (
      select st.service_id,
             array_agg(distinct a.ancestor_id) as term_ids,
             string_agg(distinct t.said, ' . ') as said
      from service_terms st
      join ancestry a on a.term_id = st.term_id
      join spoken t on t.id = a.ancestor_id
      where ${mine(sql`st.service_id`, asked)}
      group by st.service_id
    ),
    reached as (
      select service_id, array_agg(place_id order by place_id) as place_ids
      from service_places where ${mine(sql`service_id`, asked)} group by service_id
    )
    insert into service_index (service_id, words, term_ids, place_ids)
    select s.id,
           ${weighted("A", sql`s.name`)}
             || ${weighted("B", sql`s.summary`)}
             || ${weighted("C", sql`s.description || ' . ' || s.eligibility`)}
             || ${weighted("D", sql`o.name || ' . ' || coalesce(terms.said, '')`)},
           coalesce(terms.term_ids, '{}'),
           coalesce(reached.place_ids, '{}')
    from services s
    join organisations o on o.id = s.organisation_id
    left join terms on terms.service_id = s.id
    left join reached on reached.service_id = s.id
    where s.state = 'live' and o.state = 'live' and ${isInResults(ctx, sql`s.review_due_on`)} and ${mine(sql`s.id`, asked)}
    order by s.confirmed_on desc nulls last, s.id`);
}

function weighted(weight: "A" | "B" | "C" | "D", text: SQL): SQL {
  const plain = sql`f_unaccent(translate(${text}, '''’‘', ''))`;
  return sql`setweight(to_tsvector('english', ${plain}), ${sql.raw(`'${weight}'`)})`;
}

/** A point is as good as an address: a refuge's is never written. */
async function writePoints(db: Ctx["db"], asked: SQL): Promise<void> {
  await db.execute(sql`
    insert into service_points (service_id, location_id, latitude, longitude)
    select i.service_id, l.id, l.latitude, l.longitude
    from service_index i
    join services s on s.id = i.service_id
    join organisations o on o.id = s.organisation_id
    join services_at_locations sal on sal.service_id = i.service_id
    join locations l on l.id = sal.location_id
    left join organisations lo on lo.id = l.organisation_id
    where l.latitude is not null and l.location_type = 'physical'
      and not (l.address_is_hidden or o.address_is_hidden or coalesce(lo.address_is_hidden, false))
      and ${mine(sql`i.service_id`, asked)}
    order by l.latitude, l.longitude`);
}

/** Words as written, not stems: they are what a correction shows. Each counts once a service. */
const SPELT =
  "to_tsvector('simple', f_unaccent(concat_ws(' ', s.name, s.summary, s.description, s.eligibility, o.name)))";
const LIVE =
  "service_index i join services s on s.id = i.service_id join organisations o on o.id = s.organisation_id";
const TOPIC_WORDS =
  "select to_tsvector('simple', f_unaccent(name || ' ' || array_to_string(words, ' '))) from taxonomy_terms";
const spellable = sql`word ~ '^[a-z]{3,40}$'`;

async function rewriteSpellings(db: Ctx["db"]): Promise<void> {
  await db.execute(sql`delete from indexed_words`);
  await db.execute(sql`
    insert into indexed_words (word, services)
    select word, ndoc from ts_stat(${sql.raw(`$$ select ${SPELT} from ${LIVE} union all ${TOPIC_WORDS} $$`)})
    where ${spellable}`);
}

/** Words of one changed service are added; those that nothing holds any longer go with the next full run. */
async function addSpellings(db: Ctx["db"], asked: SQL): Promise<void> {
  await db.execute(sql`
    insert into indexed_words (word, services)
    select word, count(*)
    from ${sql.raw(LIVE)}, unnest(tsvector_to_array(${sql.raw(SPELT)})) as word
    where ${mine(sql`i.service_id`, asked)} and ${spellable}
    group by word
    on conflict (word) do nothing`);
}

const SOURCES =
  "organisations, services, service_terms, taxonomy_terms, service_places, services_at_locations, locations";
const WRITTEN = "service_index, service_points, indexed_words";

/** Plans are only as good as their figures, and a load changes them all at once. */
async function refreshStatistics(db: Ctx["db"], tables: string): Promise<void> {
  await db.execute(sql`analyze ${sql.raw(tables)}`);
}
