import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import type { Spot } from "#app/domain/places/near.ts";
import { MOST_COUNTED, MOST_MATCHED, PAGE_SIZE } from "./limits.ts";
import type { Hit, Question, Ranked } from "./rank.server.ts";
import { metresOrGuess, metresTo, uuids } from "./score.server.ts";

/** Services without words to match: all, those of a place or topic by name, or those around a spot, nearest first. */
export async function browseServices(ctx: Ctx, question: Question): Promise<Ranked> {
  const { spot } = question;
  const offset = (question.page - 1) * PAGE_SIZE;
  const listed = spot ? around(question, spot) : byName(question);
  const [row] = await ctx.db.execute<{ total: number; hits: Hit[] | null }>(sql`
    with listed as materialized (${listed}),
    page as (
      select service_id as "serviceId", round(metres / 100) / 10 as "distanceKm"
      from listed order by place limit ${PAGE_SIZE} offset ${offset}
    )
    select (select count(*) from listed)::int as total, (select json_agg(page.*) from page) as hits`);
  return { total: row?.total ?? 0, isRelaxed: false, hits: row?.hits ?? [], facets: null };
}

function byName(question: Question): SQL {
  return sql`
    select s.id as service_id, null::float8 as metres, row_number() over (order by lower(s.name), s.id) as place
    from services s join service_index i on i.service_id = s.id
    where s.state = 'live' ${filters(question)}
    order by lower(s.name), s.id
    limit ${MOST_COUNTED + 1}`;
}

/** The nearest points by their index, and what covers the spot's place without a point of its own. */
function around(question: Question, spot: Spot): SQL {
  const points = sql`
    select p.service_id from service_points p join service_index i on i.service_id = p.service_id
    where true ${filters(question)}
    order by ll_to_earth(p.latitude, p.longitude) <-> ll_to_earth(${spot.latitude}, ${spot.longitude})
    limit ${MOST_COUNTED + MOST_COUNTED / 4}`;
  return sql`
    select service_id, metres, row_number() over (order by ${metresOrGuess(spot, sql`metres`, sql`place_ids`)}, service_id) as place
    from (
      select i.service_id, i.place_ids, ${metresTo(spot, sql`i.service_id`)} as metres
      from service_index i
      where i.service_id in ((${points}) union (${covering(question, spot)}))) found
    order by 3
    limit ${MOST_COUNTED + 1}`;
}

function covering(question: Question, spot: Spot): SQL {
  if (!spot.placeId) return sql`select null::uuid`;
  return sql`
    select service_id from (
      select i.service_id from service_index i
      where i.place_ids @> array[${spot.placeId}]::uuid[] ${filters(question)}
      limit ${MOST_MATCHED}) reaching
    where not exists (select from service_points p where p.service_id = reaching.service_id)`;
}

function filters({ placeId, topicIds }: Question): SQL {
  const place = placeId ? sql`and i.place_ids @> array[${placeId}]::uuid[] ` : sql``;
  return topicIds.length > 0 ? sql`${place}and i.term_ids && ${uuids(topicIds)}` : place;
}
