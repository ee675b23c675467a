import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { type Movable, movableNames, movables } from "./moved.ts";

interface Two {
  fromId: string;
  intoId: string;
}

/** What is there already stays behind: a row that the other record has too, or may not have twice. */
const staysBehind: Partial<Record<Movable, (into: string) => SQL>> = {
  identifiers: (into) => sql`exists (select from organisation_identifiers other
    where other.organisation_id = ${into} and other.scheme = t.scheme and other.identifier = t.identifier)`,
  formerNames: (into) => sql`lower(t.name) in (
    select lower(name) from former_names where organisation_id = ${into}
    union select lower(name) from organisations where id = ${into})`,
  contacts: (into) => sql`exists (select from contacts other where other.organisation_id = ${into}
    and lower(other.name) is not distinct from lower(t.name) and lower(other.title) is not distinct from lower(t.title)
    and lower(other.email) is not distinct from lower(t.email))`,
  phones: (into) => sql`regexp_replace(t.number, '[^0-9]', '', 'g') in (
    select regexp_replace(number, '[^0-9]', '', 'g') from phones where organisation_id = ${into})`,
  memberships: (into) => sql`exists (select from members other
    where other.organisation_id = ${into} and other.group_id = t.group_id
      and daterange(other.joined_on, other.left_on, '[)') && daterange(t.joined_on, t.left_on, '[)'))`,
  roles: (into) => sql`(t.ended_at is not null or exists (select from role_grants other
    where other.scope_id = ${into} and other.person_id = t.person_id and other.role = t.role
      and other.ended_at is null))`,
  venues: (into) => sql`(t.location_type = 'postal' and exists (select from locations other
    where other.organisation_id = ${into} and other.location_type = 'postal'))`,
  branches: (into) => sql`t.id = ${into}`,
};

const ofFrom = (movable: Movable, { fromId, intoId }: Two): SQL => {
  const { column } = movables[movable];
  const behind = staysBehind[movable]?.(intoId);
  return sql`t.${sql.identifier(column)} = ${fromId} ${behind ? sql`and not (${behind})` : sql``}`;
};

/** How many rows of each kind a merge would move. */
export async function countWhatMoves({ db }: Ctx, two: Two): Promise<{ what: Movable; count: number }[]> {
  const each = movableNames.map(
    (what) => sql`select ${what}::text as what, count(*)::int as count
      from ${sql.identifier(movables[what].table)} t where ${ofFrom(what, two)}`,
  );
  const rows = await db.execute<{ what: Movable; count: number }>(sql.join(each, sql` union all `));
  return rows.filter(({ count }) => count > 0);
}

/** Moves them, and says which. */
export async function moveRows({ db }: Ctx, two: Two): Promise<Partial<Record<Movable, string[]>>> {
  const moved: Partial<Record<Movable, string[]>> = {};
  for (const what of movableNames) {
    const { table, column } = movables[what];
    const rows = await db.execute<{ id: string }>(sql`
      update ${sql.identifier(table)} t set ${sql.identifier(column)} = ${two.intoId}
      where ${ofFrom(what, two)} returning t.id`);
    if (rows.length > 0) moved[what] = rows.map(({ id }) => id);
  }
  return moved;
}

/** Moves back those that are still where the merge put them. Answers how many of each kind are not. */
export async function moveRowsBack(
  { db }: Ctx,
  { fromId, intoId }: Two,
  rows: Partial<Record<Movable, string[]>>,
): Promise<{ what: Movable; count: number }[]> {
  const lost: { what: Movable; count: number }[] = [];
  for (const what of movableNames) {
    const ids = rows[what] ?? [];
    if (ids.length === 0) continue;
    const { table, column } = movables[what];
    const back = await db.execute<{ id: string }>(sql`
      update ${sql.identifier(table)} t set ${sql.identifier(column)} = ${fromId}
      where t.id = any(${sql.param(ids)}::uuid[]) and t.${sql.identifier(column)} = ${intoId} returning t.id`);
    if (back.length < ids.length) lost.push({ what, count: ids.length - back.length });
  }
  return lost;
}
