import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import type { contacts, phones } from "#db/schema/contacts.ts";
import type { addresses, locations } from "#db/schema/locations.ts";
import type {
  formerNames,
  organisationDistricts,
  organisationIdentifiers,
  organisationPlaces,
  organisations,
} from "#db/schema/organisations.ts";
import type { organisationTerms } from "#db/schema/taxonomies.ts";
import type { OrganisationRecord, RecordSection } from "./record.ts";

/*
 * A record as rows. One organisation is written section by section; a bulk import asks for the rows of many
 * records and inserts each table's in parts.
 */

/** Ids by slug, and by name in lower case, so that a file may say "King's Lynn and West Norfolk". */
export interface RecordLookups {
  places: Map<string, string>;
  districts: Map<string, string>;
  topics: Map<string, string>;
}

export async function findRecordLookups({ db }: Pick<Ctx, "db">): Promise<RecordLookups> {
  const rows = await db.execute<{ what: keyof RecordLookups; id: string; slug: string; name: string }>(sql`
    select 'places' as what, id, slug, name from places
    union all select 'districts', id, slug, name from districts
    union all select 'topics', id, slug, name from taxonomy_terms`);
  const lookups: RecordLookups = { places: new Map(), districts: new Map(), topics: new Map() };
  for (const { what, id, name } of rows) lookups[what].set(name.toLowerCase(), id);
  for (const { what, id, slug } of rows) lookups[what].set(slug, id);
  return lookups;
}

type Row<Table extends { $inferInsert: object }> = Table["$inferInsert"];

/** The tables around an organisation that its record fills. */
export interface RelatedRows {
  formerNames: Row<typeof formerNames>[];
  terms: Row<typeof organisationTerms>[];
  identifiers: Row<typeof organisationIdentifiers>[];
  places: Row<typeof organisationPlaces>[];
  districts: Row<typeof organisationDistricts>[];
  contacts: Row<typeof contacts>[];
  phones: Row<typeof phones>[];
  locations: Row<typeof locations>[];
  addresses: Row<typeof addresses>[];
}

type Columns = Partial<Row<typeof organisations>>;
type ColumnsOf = { [S in RecordSection]: (fields: OrganisationRecord[S]) => Columns };

const columnsOf: ColumnsOf = {
  names: ({ name, kind }) => ({ name, kind }),
  about: ({ description, helps, website }) => ({ description, helps, website }),
  numbers: () => ({}),
  where: ({ isSystemWide, worksOnline }) => ({ isSystemWide, worksOnline }),
  contact: ({ email, emailIsPublic, addressIsHidden }) => ({ email, emailIsPublic, addressIsHidden }),
};

/** What a section puts into the organisation's own row. */
export function columnsOfSection<S extends RecordSection>(
  section: S,
  fields: OrganisationRecord[S],
): Columns {
  return columnsOf[section](fields);
}

/** What a whole record puts into the organisation's own row: with a slug it can be inserted. */
export function columnsOfRecord(record: OrganisationRecord) {
  const { name, kind } = record.names;
  const { about, where, contact } = record;
  return { name, kind, ...columnsOf.about(about), ...columnsOf.where(where), ...columnsOf.contact(contact) };
}

/** The rows around the organisation of a whole record. Throws Invalid for a place, district or topic we do not have. */
export function relatedRowsOfRecord(
  organisationId: string,
  record: OrganisationRecord,
  lookups: RecordLookups,
): RelatedRows {
  const rows = (Object.keys(relatedOf) as RecordSection[]).map((section) =>
    relatedRowsOfSection(section, organisationId, record[section], lookups),
  );
  return Object.assign({}, ...rows);
}

/** The rows around the organisation of one section. */
export function relatedRowsOfSection<S extends RecordSection>(
  section: S,
  organisationId: string,
  fields: OrganisationRecord[S],
  lookups: RecordLookups,
): Partial<RelatedRows> {
  return relatedOf[section](organisationId, fields, lookups);
}

type RelatedOf = {
  [S in RecordSection]: (
    id: string,
    fields: OrganisationRecord[S],
    lookups: RecordLookups,
  ) => Partial<RelatedRows>;
};

const relatedOf: RelatedOf = {
  names: (organisationId, fields) => ({
    formerNames: fields.formerNames.map(({ name, until }) => ({ organisationId, name, until })),
  }),
  about: (organisationId, { topics }, lookups) => ({
    terms: idsOf("topics", topics, lookups).map((termId) => ({ organisationId, termId })),
  }),
  numbers: (organisationId, fields) => ({
    identifiers: fields.identifiers.map((one) => ({ organisationId, ...one })),
  }),
  where: (organisationId, { places, districts }, lookups) => ({
    places: idsOf("places", places, lookups).map((placeId) => ({ organisationId, placeId })),
    districts: idsOf("districts", districts, lookups).map((districtId) => ({ organisationId, districtId })),
  }),
  contact: (organisationId, fields) => ({
    ...contactRows(organisationId, fields),
    ...addressRows(organisationId, fields.address),
  }),
};

const notOurs = { places: "place", districts: "district", topics: "topic" };

function idsOf(what: keyof RecordLookups, slugs: readonly string[], lookups: RecordLookups): string[] {
  const ids = slugs.map((slug) => {
    const id = lookups[what].get(slug) ?? lookups[what].get(slug.trim().toLowerCase());
    if (id) return id;
    const message = `We have no ${notOurs[what]} called “${slug}”`;
    throw new Invalid(message, { [what]: message });
  });
  return [...new Set(ids)];
}

function contactRows(
  organisationId: string,
  { phones: own, contacts: people }: OrganisationRecord["contact"],
) {
  const kept = people.map((person) => ({ ...person, id: randomUUID() }));
  return {
    contacts: kept.map(({ phone: _phone, ...person }) => ({ organisationId, ...person })),
    phones: [
      ...own.map((phone) => ({ organisationId, contactId: null, ...phone })),
      ...kept.flatMap(({ id, phone, isPublic }) =>
        phone ? [{ organisationId: null, contactId: id, number: phone, isPublic }] : [],
      ),
    ],
  };
}

function addressRows(organisationId: string, address: OrganisationRecord["contact"]["address"]) {
  if (!address) return { locations: [], addresses: [] };
  const id = randomUUID();
  const { line, town, county, postcode } = address;
  return {
    locations: [{ id, organisationId, locationType: "postal" as const }],
    addresses: [
      {
        ...{ locationId: id, addressType: "postal" as const, address1: line },
        ...{ city: town, stateProvince: county, postalCode: postcode },
      },
    ],
  };
}
