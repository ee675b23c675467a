import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { exportOrganisations } from "#app/domain/organisations/bulk/export.server.ts";
import { writeFile as writeOrganisations } from "#app/domain/organisations/bulk/writing/write-file.server.ts";
import { openDatabase } from "#db/open.server.ts";

/** Seconds to write a file of new organisations, and to insert the same rows with nothing but SQL. */
export interface ImportFigures {
  rows: number;
  ours: number;
  bare: number;
}

/**
 * Takes the organisations of the bench as a file and writes them anew, checked, compared with each other and the
 * directory, and recorded; then inserts the rows of the same tables as they are. Both are undone.
 */
export async function measureImport(url: string): Promise<ImportFigures> {
  const { db, end } = await openDatabase({ databaseUrl: url, dataDir: "", pool: 2, name: "assembly bench" });
  const ctx = { db, now: new Date(), actor: { kind: "job" as const, name: "bench" } };
  const file = path.join(tmpdir(), `assembly-bench-${process.pid}.csv`);
  try {
    await writeFile(file, withoutIds((await exportOrganisations(ctx)).csv));
    const text = await readFile(file, "utf8");
    let rows = 0;
    const ours = await timed(db, async (inside) => {
      const chosen = { which: "all" as const, rows: "" };
      rows = (await writeOrganisations({ ...ctx, db: inside }, { text, chosen })).added;
    });
    return { rows, ours, bare: await timed(db, copyTables) };
  } finally {
    await rm(file, { force: true });
    await end();
  }
}

function withoutIds(csv: string): string {
  const rows: string[][] = parse(csv, { bom: true });
  return stringify(rows.map((cells) => cells.slice(2)));
}

type Database = Awaited<ReturnType<typeof openDatabase>>["db"];

const undo = new Error("undone");

async function timed(db: Database, work: (inside: Database) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  let seconds = 0;
  const attempt = db.transaction(async (inside) => {
    await work(inside);
    seconds = (performance.now() - began) / 1000;
    throw undo;
  });
  await attempt.catch((error) => {
    if (error !== undo) throw error;
  });
  return seconds;
}

/** The tables that an import fills, copied within the database: what the rows themselves cost. */
async function copyTables(db: Database): Promise<void> {
  await db.execute(`create temporary table copied on commit drop as
    select id, gen_random_uuid() as copy from organisations where state in ('live', 'temporarily-closed')`);
  await db.execute(`insert into organisations (id, slug, name, kind, description, email, website, is_system_wide, confirmed_on)
    select c.copy, o.slug || '-copy', o.name, o.kind, o.description, o.email, o.website, o.is_system_wide, o.confirmed_on
    from organisations o join copied c on c.id = o.id`);
  for (const [table, column] of [
    ["organisation_places", "place_id"],
    ["organisation_districts", "district_id"],
    ["organisation_terms", "term_id"],
  ]) {
    await db.execute(`insert into ${table} (organisation_id, ${column})
      select c.copy, t.${column} from ${table} t join copied c on c.id = t.organisation_id`);
  }
  await db.execute(`insert into organisation_identifiers (organisation_id, scheme, identifier)
    select c.copy, t.scheme, t.identifier from organisation_identifiers t join copied c on c.id = t.organisation_id`);
  await db.execute(`insert into contacts (organisation_id, name, title, email)
    select c.copy, t.name, t.title, t.email from contacts t join copied c on c.id = t.organisation_id`);
  await db.execute(`insert into changes (at, actor_kind, deed, noun, noun_id, after)
    select now(), 'job', 'copy', 'organisation', c.copy, jsonb_build_object('names', jsonb_build_object('name', o.name), 'about', jsonb_build_object('description', o.description))
    from copied c join organisations o on o.id = c.id`);
}
