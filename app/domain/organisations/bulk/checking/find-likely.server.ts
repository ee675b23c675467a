import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import {
  ALIKE,
  comparable,
  SHORT,
  type WhyDuplicate,
} from "#app/domain/organisations/duplicates/find-duplicates.server.ts";
import { LikeNames } from "#app/domain/organisations/duplicates/like-names.ts";
import { type Area, findNeighbours, type Neighbours } from "./area.server.ts";
import type { CheckedRow } from "./check-rows.ts";

/** What a new row may be: an organisation of the directory, or an earlier row of the file. */
export interface Likely {
  why: WhyDuplicate;
  name: string;
  slug: string | null;
  row: number | null;
}

interface Known extends Area {
  name: string;
  slug: string | null;
  row: number | null;
  why: WhyDuplicate;
  core: string;
}

const MOST_EACH = 3;
const BREATH_EACH = 100;

/** Likely duplicates of all new rows, in the directory and among themselves, by row: asked as one set. */
export async function findLikely(ctx: Ctx, rows: readonly CheckedRow[]): Promise<Map<number, Likely[]>> {
  const found = new Map<number, Likely[]>();
  const asked = rows.filter(({ record, known }) => record && !known);
  if (asked.length === 0) return found;
  const [neighbours, cores] = [await findNeighbours(ctx), await findCores(ctx, asked)];
  const names = new Seen(neighbours, await findKnownNames(ctx));
  const numbers = await findKnownNumbers(ctx);
  for (const [at, row] of asked.entries()) {
    if (at % BREATH_EACH === 0) await new Promise((resolve) => setImmediate(resolve));
    const one = { ...newcomer(row), core: cores[at] ?? "" };
    const own =
      row.record?.numbers.identifiers.map(({ scheme, identifier }) => `${scheme} ${identifier}`) ?? [];
    const numbered = own.flatMap((number) => numbers.get(number) ?? []);
    const likely = distinct([...numbered, ...names.like(one)]).slice(0, MOST_EACH);
    if (likely.length > 0) found.set(row.row, likely);
    names.add(one);
    for (const number of own) {
      numbers.set(number, [...(numbers.get(number) ?? []), { ...one, why: "same number" as const }]);
    }
  }
  return found;
}

/** Names met so far: those of the directory, then each row of the file after it was asked about. */
class Seen {
  private readonly all: Known[] = [];
  private readonly names = new LikeNames();

  constructor(
    private readonly neighbours: Neighbours,
    known: Known[],
  ) {
    for (const one of known) this.add(one);
  }

  add(one: Known): void {
    this.all.push(one);
    this.names.add(one.core);
  }

  like(one: Known): Known[] {
    const { core } = one;
    const numbers = core.length > SHORT ? this.names.alike(core, ALIKE) : this.names.same(core);
    const near: Known[] = [];
    for (const number of numbers) {
      const other = this.all[number];
      if (other && this.neighbours.areNear(one, other)) near.push(other);
      if (near.length > MOST_EACH) break;
    }
    return near;
  }
}

function newcomer({ row, name, record }: CheckedRow): Omit<Known, "core"> {
  const { places = [], districts = [], isSystemWide = false } = record?.where ?? {};
  return { row, name, slug: null, why: "similar name", places, districts, isSystemWide };
}

function distinct(likely: Known[]): Likely[] {
  const seen = new Set<string>();
  return likely.flatMap(({ why, name, slug, row }) => {
    const key = slug ?? `row ${row}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ why, name, slug, row }];
  });
}

async function findCores({ db }: Ctx, rows: readonly CheckedRow[]): Promise<string[]> {
  const names = rows.map(({ name }) => name);
  const found = await db.execute<{ core: string }>(sql`
    select name_core(n.name) as core from unnest(${sql.param(names)}::text[]) with ordinality as n (name, at) order by at`);
  return found.map(({ core }) => core);
}

const areas = sql`o.is_system_wide as "isSystemWide",
  array(select p.slug from organisation_places op join places p on p.id = op.place_id
        where op.organisation_id = o.id) as places,
  array(select d.slug from organisation_districts od join districts d on d.id = od.district_id
        where od.organisation_id = o.id) as districts`;

/** Present names before former ones, so that each organisation is named for the better reason. */
async function findKnownNames({ db }: Ctx): Promise<Known[]> {
  const rows = await db.execute<Known & Record<string, unknown>>(sql`
    select o.name, o.slug, null as row, 'similar name' as why, name_core(o.name) as core, ${areas}
    from organisations o where ${comparable}
    union all
    select o.name, o.slug, null, 'former name', name_core(f.name), ${areas}
    from former_names f join organisations o on o.id = f.organisation_id where ${comparable}`);
  return [...rows];
}

async function findKnownNumbers({ db }: Ctx): Promise<Map<string, Known[]>> {
  const rows = await db.execute<{ number: string; name: string; slug: string }>(sql`
    select i.scheme || ' ' || i.identifier as number, o.name, o.slug
    from organisation_identifiers i join organisations o on o.id = i.organisation_id where ${comparable}`);
  const byNumber = new Map<string, Known[]>();
  for (const { number, name, slug } of rows) {
    const one = { name, slug, row: null, why: "same number" as const, core: "" };
    const everywhere = { places: [], districts: [], isSystemWide: true };
    byNumber.set(number, [...(byNumber.get(number) ?? []), { ...one, ...everywhere }]);
  }
  return byNumber;
}
