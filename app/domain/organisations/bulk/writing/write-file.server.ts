import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid, NotAllowed } from "#app/domain/errors.ts";
import { inParts } from "#app/domain/in-parts.ts";
import { checkFile } from "#app/domain/organisations/bulk/checking/check-file.server.ts";
import type { CheckedRow } from "#app/domain/organisations/bulk/checking/check-rows.ts";
import { type ChosenRowsInput, isChosen } from "#app/domain/organisations/bulk/chosen-rows.ts";
import { mayImport } from "#app/domain/organisations/bulk/policy.ts";
import { queueJob } from "#app/domain/queue.server.ts";
import { type Change, record } from "#app/domain/record.server.ts";
import { checkNewNumbers } from "./check-new-numbers.server.ts";
import { addRecords, changeRecords } from "./write-rows.server.ts";

export interface WrittenFile {
  added: number;
  changed: number;
  /** Good rows that said nothing new. */
  same: number;
  /** Rows with faults, and rows that were not chosen. */
  left: number;
}

/** Told as rows are written; the last time with all of them, before the transaction ends. */
export type OnProgress = (written: number, total: number) => Promise<void> | void;

/**
 * Writes the chosen good rows of a file, all of them or none, as it reads against the directory now.
 * `afterwards` runs in the same transaction. Throws NotAllowed, or Invalid when nothing can be read.
 */
export function writeFile(
  ctx: Ctx,
  { text, chosen }: { text: string; chosen: ChosenRowsInput },
  {
    onProgress = () => {},
    afterwards = async () => {},
  }: { onProgress?: OnProgress; afterwards?: (inside: Ctx, done: WrittenFile) => Promise<void> } = {},
): Promise<WrittenFile> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    if (!mayImport(ctx.actor)) throw new NotAllowed("import organisations");
    const { rows, problems, likely } = await checkFile(inside, text, { hold: true });
    if (problems.length > 0) throw new Invalid(problems.join(" "));
    const wanted = isChosen(chosen, (row) => likely.has(row));
    const good = rows.filter((one) => one.record && wanted(one.row));
    const fresh = good.filter(({ known }) => !known);
    const changed = good.filter((one) => one.known && one.changed.length > 0);
    const total = fresh.length + changed.length;
    const done = { added: fresh.length, changed: changed.length, same: good.length - total };
    const written: Change[] = [];
    for (const part of [...inParts(fresh), ...inParts(changed)]) {
      written.push(...(part[0]?.known ? await changeRows(inside, part) : await addRows(inside, part)));
      await onProgress(written.length, total);
    }
    await checkNewNumbers(inside);
    await afterwards(inside, { ...done, left: rows.length - good.length });
    await record(inside, written);
    return { ...done, left: rows.length - good.length };
  });
}

async function addRows(ctx: Ctx, rows: readonly CheckedRow[]): Promise<Change[]> {
  const records = rows.flatMap(({ record }) => record ?? []);
  const ids = await addRecords(ctx, records);
  return records.map((after, at) => ({
    ...{ deed: "import organisation", noun: "organisation", nounId: ids[at] ?? "", after },
  }));
}

async function changeRows(ctx: Ctx, rows: readonly CheckedRow[]): Promise<Change[]> {
  const changes = rows.flatMap(({ known, record, changed }) =>
    known && record ? [{ known, record, changed }] : [],
  );
  await changeRecords(
    ctx,
    changes.map(({ known, ...rest }) => ({ id: known.id, ...rest })),
  );
  const services = await ctx.db.execute<{ id: string }>(sql`
    select id from services where organisation_id = any(${sql.param(changes.map(({ known }) => known.id))}::uuid[])`);
  if (services.length > 0) await queueJob(ctx, "index-services", { ids: services.map(({ id }) => id) });
  return changes.map(({ known, record, changed }) => ({
    ...{ deed: "import organisation", noun: "organisation", nounId: known.id },
    before: Object.fromEntries(changed.map((section) => [section, known.record[section]])),
    after: Object.fromEntries(changed.map((section) => [section, record[section]])),
  }));
}
