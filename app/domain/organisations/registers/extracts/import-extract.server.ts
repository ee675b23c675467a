import { sql } from "drizzle-orm";
import { isAdministrator, isJob } from "#app/domain/accounts/policy.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid, NotAllowed } from "#app/domain/errors.ts";
import { advanceDataVersion } from "#app/domain/record.server.ts";
import type { IdentifierScheme } from "#db/vocabulary.ts";
import type { ExtractEntry } from "./entry.ts";
import { recheckNumbers } from "./recheck-numbers.server.ts";

interface Extract {
  scheme: IdentifierScheme;
  /** The day it was made, as it says itself; null where it does not say. */
  asOf: () => string | null;
  entries: AsyncIterable<ExtractEntry>;
  onProgress?: (written: number) => void;
}

export interface ImportedExtract {
  entries: number;
  asOf: string;
  /** Numbers of organisations that were looked up again, and those of which the answer is another now. */
  checked: number;
  changed: number;
}

/** A statement of some 2,000 entries is neither long nor a trip for each. */
const AT_ONCE = 2_000;

/**
 * Puts a register's public extract in the place of the one before, then looks up every organisation's number of
 * that register again. All of it or nothing. Throws NotAllowed, or Invalid when there is nothing in it.
 */
export function importExtract(ctx: Ctx, extract: Extract): Promise<ImportedExtract> {
  const { scheme } = extract;
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    if (!isAdministrator(ctx.actor) && !isJob(ctx.actor)) throw new NotAllowed("import a register");
    await db.execute(sql`select pg_advisory_xact_lock(hashtext(${`register ${scheme}`}))`);
    await db.execute(sql`delete from register_entries where scheme = ${scheme}`);
    const entries = await writeEntries(inside, extract);
    if (entries === 0) throw new Invalid("The file holds no entry of the register. Nothing was changed.");
    const asOf = extract.asOf() ?? ctx.now.toISOString().slice(0, 10);
    await db.execute(sql`
      insert into register_extracts (scheme, as_of, entries, imported_at)
      values (${scheme}, ${asOf}::date, ${entries}, ${ctx.now.toISOString()}::timestamptz)
      on conflict (scheme) do update set as_of = excluded.as_of, entries = excluded.entries,
        imported_at = excluded.imported_at`);
    await db.execute(sql`analyze register_entries`);
    const again = await recheckNumbers(inside, scheme);
    // The entries are the register's own record; what they changed about organisations is in ours
    await advanceDataVersion(db);
    return { entries, asOf, ...again };
  });
}

async function writeEntries(ctx: Ctx, { scheme, entries, onProgress }: Extract): Promise<number> {
  let waiting: ExtractEntry[] = [];
  let written = 0;
  const write = async () => {
    written += await insert(ctx, scheme, waiting);
    waiting = [];
    onProgress?.(written);
  };
  for await (const entry of entries) if (waiting.push(entry) >= AT_ONCE) await write();
  if (waiting.length > 0) await write();
  return written;
}

/** A number that stands twice in an extract is kept as it stood first. */
async function insert({ db, now }: Ctx, scheme: IdentifierScheme, entries: ExtractEntry[]): Promise<number> {
  const rows = await db.execute(sql`
    insert into register_entries
      (scheme, number, name, other_names, status, is_current, registered_on, removed_on, postcode, imported_at)
    select ${scheme}, e.number, e.name, array(select jsonb_array_elements_text(e."otherNames")), e.status,
      e."isCurrent", e."registeredOn", e."removedOn", e.postcode, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(entries)}::text::jsonb) as e (number text, name text, "otherNames" jsonb,
      status text, "isCurrent" boolean, "registeredOn" date, "removedOn" date, postcode text)
    on conflict do nothing
    returning 1`);
  return rows.length;
}
