import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { type Duplicate, findDuplicates } from "./find-duplicates.server.ts";
import { type DuplicatesQuestion, identifiersOf, SHORTEST } from "./question.ts";

/** Likely duplicates for a form that knows places and districts by their slugs; slugs of no place count for nothing. */
export async function findDuplicatesWhileTyping(ctx: Ctx, asked: DuplicatesQuestion): Promise<Duplicate[]> {
  const identifiers = identifiersOf(asked);
  const name = asked.name.length < SHORTEST ? "" : asked.name;
  if (name === "" && identifiers.length === 0) return [];
  const rows = await ctx.db.execute<{ what: string; id: string }>(sql`
    select 'place' as what, id from places where slug = any(${sql.param(asked.places)}::text[])
    union all select 'district', id from districts where slug = any(${sql.param(asked.districts)}::text[])`);
  const idsOf = (kind: string) => rows.filter(({ what }) => what === kind).map(({ id }) => id);
  return findDuplicates(ctx, {
    ...{ name, identifiers },
    ...{ placeIds: idsOf("place"), districtIds: idsOf("district") },
  });
}
