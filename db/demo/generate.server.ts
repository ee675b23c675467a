import { eq, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "#db/client.server.ts";
import { events, occurrences } from "#db/schema/calendars.ts";
import { contacts, phones } from "#db/schema/contacts.ts";
import { accessibility, addresses, locations } from "#db/schema/locations.ts";
import {
  formerNames,
  organisationDistricts,
  organisationIdentifiers,
  organisationPlaces,
  organisations,
} from "#db/schema/organisations.ts";
import { places } from "#db/schema/places.ts";
import {
  costOptions,
  funding,
  languages,
  schedules,
  serviceAreas,
  servicePlaces,
  services,
  servicesAtLocations,
} from "#db/schema/services.ts";
import { organisationTerms, serviceTerms } from "#db/schema/taxonomies.ts";
import type { Seedling } from "./generator/generated.ts";
import { EVERY, generatedEvent } from "./generator/generated-event.server.ts";
import { generatedOrganisation } from "./generator/generated-organisation.server.ts";
import { generatedService } from "./generator/generated-service.server.ts";
import { spotOf } from "./generator/place-picker.ts";
import { diceOf } from "./generator/random.ts";
import { idOf } from "./identity.server.ts";
import { insertRows, type TableRows } from "./insert.server.ts";
import { londonDay } from "./london-time.ts";
import { placeId } from "./places/place-rows.server.ts";

export interface GenerateOptions {
  organisations: number;
  /** The same seed gives the same organisations again; dates are laid around `now`. */
  seed: number;
  now: Date;
}

export interface Generated {
  /** True when this seed's organisations were there before; nothing was added then. */
  wasThere: boolean;
  organisations: number;
  services: number;
  occurrences: number;
}

/** Organisations held in memory at once, so that ten times as many need no more of it. */
const CHUNK = 500;

/** Every table that is filled, in an order in which each row finds what it refers to. */
const tables: PgTable[] = [
  organisations,
  organisationPlaces,
  organisationDistricts,
  organisationTerms,
  organisationIdentifiers,
  formerNames,
  locations,
  addresses,
  accessibility,
  services,
  serviceTerms,
  servicePlaces,
  servicesAtLocations,
  serviceAreas,
  schedules,
  costOptions,
  languages,
  funding,
  contacts,
  phones,
  events,
  occurrences,
];

/** Any fixed number: two generators at one moment take turns. */
const LOCK = 727_274;

/**
 * Adds invented organisations, about 1.7 services and 4 happenings each, to a database that has the
 * places and topics of the demo. All of it or nothing. The search index is written afterwards, by its owner.
 */
export async function generateDemo(
  db: Database,
  { organisations: count, seed, now }: GenerateOptions,
): Promise<Generated> {
  return db.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    const made = { organisations: 0, services: 0, occurrences: 0 };
    if (await isThere(transaction, seed)) return { wasThere: true, ...made };
    for (let from = 0; from < count; from += CHUNK) {
      const chunk = new Map<PgTable, Record<string, unknown>[]>(tables.map((table) => [table, []]));
      for (let index = from; index < Math.min(from + CHUNK, count); index += 1) {
        gather(chunk, organisationAt(seed, index, londonDay(now)));
      }
      for (const [table, rows] of chunk) await insertRows(transaction, { table, rows });
      await markReminded(transaction, chunk, now);
      made.organisations += chunk.get(organisations)?.length ?? 0;
      made.services += chunk.get(services)?.length ?? 0;
      made.occurrences += chunk.get(occurrences)?.length ?? 0;
    }
    return { wasThere: false, ...made };
  });
}

/** Some of what is generated is long overdue: it counts as seen to, or the clock would post thousands of mails about it. */
async function markReminded(
  db: Database,
  chunk: Map<PgTable, Record<string, unknown>[]>,
  now: Date,
): Promise<void> {
  for (const [noun, table] of [
    ["organisation", organisations],
    ["service", services],
  ] as const) {
    const ids = (chunk.get(table) ?? []).map(({ id }) => String(id));
    await db.execute(sql`
      insert into review_notices (noun, record_id, due_on, step, at)
      select ${noun}, id, review_due_on, step, ${now.toISOString()}::timestamptz
      from ${table}, unnest(array['warned', 'due', 'lead', 'team']) as step
      where id = any(${sql.param(ids)}::uuid[]) and review_due_on <= ${londonDay(now)}::date + 14`);
  }
}

/** Whether the demo's places are here, which everything that is generated refers to. */
export async function hasDemoPlaces(db: Database): Promise<boolean> {
  const rows = await db
    .select({ id: places.id })
    .from(places)
    .where(eq(places.id, placeId("norwich")));
  return rows.length > 0;
}

async function isThere(db: Database, seed: number): Promise<boolean> {
  const first = idOf(`${keyOf(seed, 0)}:organisation`);
  const rows = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, first));
  return rows.length > 0;
}

const keyOf = (seed: number, index: number) => `generated:${seed}:${index}`;

/** All rows of one organisation. */
function organisationAt(seed: number, index: number, today: string): TableRows[] {
  const key = keyOf(seed, index);
  const dice = diceOf(key);
  const seedling: Seedling = { key, mark: `g${seed}-${index}`, index, dice, spot: spotOf(dice), today };
  const owner = generatedOrganisation(seedling);
  const offered = Array.from({ length: serviceCount(dice.next()) }, (_, number) =>
    generatedService(seedling, owner, number),
  );
  const [first] = offered;
  const series = first && index % EVERY === 0 ? generatedEvent(seedling, owner, first) : [];
  return [...owner.rows, ...offered.flatMap((service) => service.rows), ...series];
}

/** One to four; 1.7 on average. */
function serviceCount(roll: number): number {
  if (roll < 0.56) return 1;
  if (roll < 0.82) return 2;
  return roll < 0.93 ? 3 : 4;
}

function gather(chunk: Map<PgTable, Record<string, unknown>[]>, rows: readonly TableRows[]) {
  for (const { table, rows: more } of rows) {
    const known = chunk.get(table);
    if (!known) throw new Error("A table is missing from the list of those to fill");
    known.push(...more);
  }
}
