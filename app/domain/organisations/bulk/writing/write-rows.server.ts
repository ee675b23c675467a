import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Ctx } from "#app/domain/context.ts";
import { inParts } from "#app/domain/in-parts.ts";
import type { OrganisationRecord, RecordSection } from "#app/domain/organisations/record/record.ts";
import {
  columnsOfRecord,
  findRecordLookups,
  type RecordLookups,
  type RelatedRows,
  relatedRowsOfRecord,
  relatedRowsOfSection,
} from "#app/domain/organisations/record/record-rows.server.ts";
import { contacts, phones } from "#db/schema/contacts.ts";
import { addresses, locations } from "#db/schema/locations.ts";
import {
  formerNames,
  organisationDistricts,
  organisationIdentifiers,
  organisationPlaces,
  organisations,
} from "#db/schema/organisations.ts";
import { organisationTerms } from "#db/schema/taxonomies.ts";
import { freeSlugs } from "./free-slugs.server.ts";
import { insertSet } from "./insert-set.server.ts";

/*
 * Steps of a verb: they neither ask who may nor record. Records are written in sets, table by table.
 */

/** Parents before children. */
const tables: Record<keyof RelatedRows, PgTable> = {
  formerNames,
  terms: organisationTerms,
  identifiers: organisationIdentifiers,
  places: organisationPlaces,
  districts: organisationDistricts,
  contacts,
  phones,
  locations,
  addresses,
};

/** Adds records as live organisations. Answers with their ids, in order. */
export async function addRecords(ctx: Ctx, records: readonly OrganisationRecord[]): Promise<string[]> {
  const lookups = await findRecordLookups(ctx);
  const slugs = await freeSlugs(
    ctx,
    records.map(({ names }) => names.name),
  );
  const made = records.map((record, at) => ({ id: randomUUID() as string, slug: slugs[at] ?? "", record }));
  await insertSet(
    ctx,
    organisations,
    made.map(({ id, slug, record }) => ({
      ...{ ...columnsOfRecord(record), id, slug, state: "live" },
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
    })),
  );
  await insertRelated(
    ctx,
    made.map(({ id, record }) => relatedRowsOfRecord(id, record, lookups)),
  );
  return made.map(({ id }) => id);
}

export interface ChangedRecord {
  id: string;
  record: OrganisationRecord;
  changed: readonly RecordSection[];
}

/** Writes the changed sections of records that are there. */
export async function changeRecords(ctx: Ctx, records: readonly ChangedRecord[]): Promise<void> {
  if (records.length === 0) return;
  const lookups = await findRecordLookups(ctx);
  for (const part of inParts(records)) await updateColumns(ctx, part);
  await deleteRelated(ctx, records);
  await insertRelated(
    ctx,
    records.flatMap((one) => relatedOf(one, lookups)),
  );
}

const relatedOf = ({ id, record, changed }: ChangedRecord, lookups: RecordLookups) =>
  changed.map((section) => relatedRowsOfSection(section, id, record[section], lookups));

async function updateColumns({ db, now }: Ctx, records: readonly ChangedRecord[]): Promise<void> {
  const rows = records.map(({ id, record }) => ({ id, ...columnsOfRecord(record) }));
  await db.execute(sql`
    update organisations o set name = n.name, kind = n.kind, description = n.description, helps = n.helps,
      website = n.website, is_system_wide = n."isSystemWide", works_online = n."worksOnline", email = n.email,
      email_is_public = n."emailIsPublic", address_is_hidden = n."addressIsHidden",
      updated_at = ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as n (id uuid, name text, kind text,
      description text, helps text, website text, "isSystemWide" boolean, "worksOnline" boolean, email text,
      "emailIsPublic" boolean, "addressIsHidden" boolean)
    where o.id = n.id`);
}

/** Numbers that stay keep what the register answered about them; everything else of a section is written anew. */
async function deleteRelated({ db }: Ctx, records: readonly ChangedRecord[]): Promise<void> {
  const having = (section: RecordSection) => {
    const ids = records.filter(({ changed }) => changed.includes(section)).map(({ id }) => id);
    return sql`any(${sql.param(ids)}::uuid[])`;
  };
  await db.execute(sql`delete from former_names where organisation_id = ${having("names")}`);
  await db.execute(sql`delete from organisation_terms where organisation_id = ${having("about")}`);
  await db.execute(sql`delete from organisation_places where organisation_id = ${having("where")}`);
  await db.execute(sql`delete from organisation_districts where organisation_id = ${having("where")}`);
  await db.execute(sql`delete from contacts where organisation_id = ${having("contact")}`);
  await db.execute(sql`delete from phones where organisation_id = ${having("contact")}`);
  await db.execute(sql`
    delete from locations where organisation_id = ${having("contact")} and location_type = 'postal'`);
  const kept = records.flatMap(({ id, record }) =>
    record.numbers.identifiers.map(({ scheme, identifier }) => `${id} ${scheme} ${identifier}`),
  );
  await db.execute(sql`
    delete from organisation_identifiers where organisation_id = ${having("numbers")}
      and organisation_id || ' ' || scheme || ' ' || identifier <> all(${sql.param(kept)}::text[])`);
}

async function insertRelated(ctx: Ctx, parts: readonly Partial<RelatedRows>[]): Promise<void> {
  for (const name of Object.keys(tables) as (keyof RelatedRows)[]) {
    await insertSet(
      ctx,
      tables[name],
      parts.flatMap((rows): object[] => rows[name] ?? []),
    );
  }
}
