import { stringify } from "csv-stringify/sync";
import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { NotAllowed } from "#app/domain/errors.ts";
import { inParts } from "#app/domain/in-parts.ts";
import { findNames } from "#app/domain/organisations/bulk/checking/find-around.server.ts";
import { type AllNames, cellOf, flatOf } from "#app/domain/organisations/bulk/file/cells.ts";
import { type Column, columnsFor } from "#app/domain/organisations/bulk/file/columns.ts";
import { toCell } from "#app/domain/organisations/bulk/file/csv-text.ts";
import { mayEditOrganisation } from "#app/domain/organisations/policy.ts";
import { readRecords } from "#app/domain/organisations/record/read-record.server.ts";
import { type OrganisationRecord, withoutHiddenAddress } from "#app/domain/organisations/record/record.ts";
import { mayExport } from "./policy.ts";

interface Exported {
  id: string;
  slug: string;
  record: OrganisationRecord;
}

/** A mark in front tells Excel that the file is UTF-8. */
const BOM = "\uFEFF";

/**
 * Every live or temporarily closed organisation as a CSV in the shape that `checkFile` reads: importing it again
 * changes nothing. Holds what is for partners only; addresses that are hidden stand in the team's file alone.
 * Throws NotAllowed.
 */
export async function exportOrganisations(ctx: Ctx): Promise<{ csv: string; count: number }> {
  if (!mayExport(ctx.actor)) throw new NotAllowed("export organisations");
  const rows = await ctx.db.execute<{ id: string; slug: string }>(sql`
    select id, slug from organisations where state in ('live', 'temporarily-closed') order by lower(name), id`);
  const exported: Exported[] = [];
  for (const part of inParts([...rows])) {
    const records = await readRecords(
      ctx,
      part.map(({ id }) => id),
    );
    for (const { id, slug } of part) {
      const record = records.get(id);
      if (record) exported.push({ id, slug, record: shownOf(ctx, id, record) });
    }
  }
  return { csv: csvOf(exported, await findNames(ctx)), count: exported.length };
}

function shownOf({ actor }: Ctx, id: string, record: OrganisationRecord): OrganisationRecord {
  if (mayEditOrganisation(actor, id)) return record;
  return { ...record, contact: withoutHiddenAddress(record.contact) };
}

export function csvOf(exported: readonly Exported[], names: AllNames): string {
  const most = (count: (record: OrganisationRecord) => number) =>
    exported.reduce((so, { record }) => Math.max(so, count(record)), 1);
  const columns = columnsFor({
    phones: most(({ contact }) => contact.phones.length),
    contacts: most(({ contact }) => contact.contacts.length),
  });
  const rows = exported.map((one) => rowOf(one, columns, names));
  return BOM + stringify([columns.map(({ title }) => title), ...rows], { record_delimiter: "\r\n" });
}

function rowOf({ id, slug, record }: Exported, columns: readonly Column[], names: AllNames): string[] {
  const flat = flatOf(record);
  const own: Record<string, string> = { id, slug };
  return columns.map((column) => {
    if (column.section === null) return own[column.key] ?? "";
    return toCell(cellOf(column, flat[column.section][column.key] ?? "", names));
  });
}
