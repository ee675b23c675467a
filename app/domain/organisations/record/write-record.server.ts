import { and, eq, notInArray, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { firstFree, slugOf } from "#app/domain/slug.ts";
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
import type { RecordState } from "#db/vocabulary.ts";
import { type OrganisationRecord, type RecordSection, sectionNames } from "./record.ts";
import {
  columnsOfRecord,
  columnsOfSection,
  findRecordLookups,
  type RecordLookups,
  type RelatedRows,
  relatedRowsOfSection,
} from "./record-rows.server.ts";

/*
 * Steps of verbs, not verbs: they neither ask who may nor record. Run them inside the verb's transaction.
 */

/** Writes one section of an organisation that is there. Throws Invalid for a place, district or topic we do not have. */
export async function writeSection<S extends RecordSection>(
  ctx: Ctx,
  organisationId: string,
  section: S,
  fields: OrganisationRecord[S],
): Promise<void> {
  await writeSectionWith(ctx, organisationId, { section, fields, lookups: await findRecordLookups(ctx) });
}

/** Writes a whole record: into a new row of the given state where the id is null. Answers with its id and slug. */
export async function writeRecord(
  ctx: Ctx,
  organisationId: string | null,
  record: OrganisationRecord,
  state: RecordState = "draft",
): Promise<{ id: string; slug: string }> {
  const lookups = await findRecordLookups(ctx);
  const known = organisationId ? await findKnown(ctx, organisationId) : await insert(ctx, record, state);
  for (const section of sectionNames)
    await writeSectionWith(ctx, known.id, { section, fields: record[section], lookups });
  return known;
}

async function findKnown({ db }: Ctx, id: string) {
  const [known] = await db
    .select({ id: organisations.id, slug: organisations.slug })
    .from(organisations)
    .where(eq(organisations.id, id));
  if (!known) throw new Conflict("The organisation is gone.");
  return known;
}

async function insert(ctx: Ctx, record: OrganisationRecord, state: RecordState) {
  const slug = await freeSlug(ctx, record.names.name);
  const [made] = await ctx.db
    .insert(organisations)
    .values({ ...columnsOfRecord(record), slug, state, createdAt: ctx.now, updatedAt: ctx.now })
    .returning({ id: organisations.id, slug: organisations.slug });
  if (!made) throw new Conflict("The organisation could not be saved.");
  return made;
}

/**
 * The address a name gets: "lunch-club", "lunch-club-2" … An address that once led somewhere is never given away;
 * that of the organisation itself (`ownId`) is free for it.
 */
export async function freeSlug({ db }: Ctx, name: string, ownId: string | null = null): Promise<string> {
  const wanted = slugOf(name, "organisation");
  // Two who register one name at once wait for each other; the lock ends with the transaction
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('organisation slug'))`);
  const rows = await db.execute<{ slug: string }>(sql`
    select slug from organisations
    where (slug = ${wanted} or slug like ${`${wanted}-%`}) and id is distinct from ${ownId}::uuid
    union select slug from organisation_slugs
    where (slug = ${wanted} or slug like ${`${wanted}-%`}) and organisation_id is distinct from ${ownId}::uuid`);
  return firstFree(wanted, [...reserved, ...rows.map(({ slug }) => slug)]);
}

/** No page of an organisation may stand where a page of ours does. */
const reserved = ["new", "import", "export"];

async function writeSectionWith<S extends RecordSection>(
  ctx: Ctx,
  organisationId: string,
  { section, fields, lookups }: { section: S; fields: OrganisationRecord[S]; lookups: RecordLookups },
): Promise<void> {
  const related = relatedRowsOfSection(section, organisationId, fields, lookups);
  await ctx.db
    .update(organisations)
    .set({ ...columnsOfSection(section, fields), updatedAt: ctx.now })
    .where(eq(organisations.id, organisationId));
  await writers[section](ctx, organisationId, related);
}

type Writer = (ctx: Ctx, organisationId: string, rows: Partial<RelatedRows>) => Promise<void>;

const writers: Record<RecordSection, Writer> = {
  names: async ({ db }, id, rows) => {
    await db.delete(formerNames).where(eq(formerNames.organisationId, id));
    if (rows.formerNames?.length) await db.insert(formerNames).values(rows.formerNames);
  },
  about: async ({ db }, id, rows) => {
    await db.delete(organisationTerms).where(eq(organisationTerms.organisationId, id));
    if (rows.terms?.length) await db.insert(organisationTerms).values(rows.terms);
  },
  numbers: (ctx, id, rows) => writeNumbers(ctx, id, rows.identifiers ?? []),
  where: async ({ db }, id, rows) => {
    await db.delete(organisationPlaces).where(eq(organisationPlaces.organisationId, id));
    await db.delete(organisationDistricts).where(eq(organisationDistricts.organisationId, id));
    if (rows.places?.length) await db.insert(organisationPlaces).values(rows.places);
    if (rows.districts?.length) await db.insert(organisationDistricts).values(rows.districts);
  },
  contact: writeContact,
};

/** Numbers that stay keep what the register answered about them. */
async function writeNumbers({ db }: Ctx, id: string, rows: RelatedRows["identifiers"]): Promise<void> {
  const { organisationId, scheme, identifier } = organisationIdentifiers;
  const kept = rows.map((row) => `${row.scheme} ${row.identifier}`);
  const key = sql<string>`${scheme} || ' ' || ${identifier}`;
  await db
    .delete(organisationIdentifiers)
    .where(and(eq(organisationId, id), kept.length > 0 ? notInArray(key, kept) : undefined));
  if (rows.length > 0) await db.insert(organisationIdentifiers).values(rows).onConflictDoNothing();
}

async function writeContact({ db }: Ctx, id: string, rows: Partial<RelatedRows>): Promise<void> {
  await db.delete(contacts).where(eq(contacts.organisationId, id));
  await db.delete(phones).where(eq(phones.organisationId, id));
  await db
    .delete(locations)
    .where(and(eq(locations.organisationId, id), eq(locations.locationType, "postal")));
  if (rows.contacts?.length) await db.insert(contacts).values(rows.contacts);
  if (rows.phones?.length) await db.insert(phones).values(rows.phones);
  if (rows.locations?.length) await db.insert(locations).values(rows.locations);
  if (rows.addresses?.length) await db.insert(addresses).values(rows.addresses);
}
