import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { isId } from "#app/domain/ids.ts";
import { type AllNames, flatOf } from "#app/domain/organisations/bulk/file/cells.ts";
import type { FileRow } from "#app/domain/organisations/bulk/file/read-file.ts";
import { readRecords } from "#app/domain/organisations/record/read-record.server.ts";
import type { KnownOrganisation } from "./check-rows.ts";

/** Names and slugs of places, districts and topics. A name that two topics share is told apart by its slug. */
export async function findNames({ db }: Pick<Ctx, "db">): Promise<AllNames> {
  const rows = await db.execute<{ what: keyof AllNames; slug: string; name: string }>(sql`
    select 'places' as what, slug, name from places
    union all select 'districts', slug, name from districts
    union all select 'topics', slug, name from taxonomy_terms
    order by name, slug`);
  const found: AllNames = { places: none(), districts: none(), topics: none() };
  for (const { what, slug, name } of rows) {
    const isTaken = found[what].slugs.has(name.toLowerCase());
    if (!isTaken) found[what].slugs.set(name.toLowerCase(), slug);
    found[what].names.set(slug, isTaken ? slug : name);
  }
  for (const { what, slug } of rows) found[what].slugs.set(slug, slug);
  return found;
}

const none = () => ({ slugs: new Map<string, string>(), names: new Map<string, string>() });

/** Organisations that rows name by id or address, by both. Drafts and archived ones are not changed by a file. */
export async function findKnown(
  ctx: Ctx,
  rows: readonly FileRow[],
  hold: boolean,
): Promise<Map<string, KnownOrganisation>> {
  const given = (key: string) => rows.flatMap(({ cells }) => (cells[key] ? [cells[key].toLowerCase()] : []));
  const found = await ctx.db.execute<{ id: string; slug: string }>(sql`
    select id, slug from organisations
    where state in ('live', 'temporarily-closed', 'waiting')
      and (id = any(${sql.param(given("id").filter(isId))}::uuid[]) or slug = any(${sql.param(given("slug"))}::text[]))
    ${hold ? sql`order by id for no key update` : sql``}`);
  const records = await readRecords(
    ctx,
    found.map(({ id }) => id),
  );
  const known = new Map<string, KnownOrganisation>();
  for (const { id, slug } of found) {
    const record = records.get(id);
    if (!record) continue;
    const one = { id, slug, record, flat: flatOf(record) };
    known.set(id, one).set(slug, one);
  }
  return known;
}
