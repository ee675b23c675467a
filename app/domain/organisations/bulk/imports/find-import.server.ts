import { desc, eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import { mayImport } from "#app/domain/organisations/bulk/policy.ts";
import type { ImportReport } from "#app/domain/organisations/bulk/report.ts";
import { people } from "#db/schema/accounts.ts";
import { imports } from "#db/schema/keeping/imports.ts";
import type { ImportState } from "#db/vocabulary-keeping.ts";

/** A file that somebody sent in, without its content. */
export interface FoundImport {
  id: string;
  fileName: string;
  state: ImportState;
  written: number;
  total: number;
  problem: string | null;
  who: string | null;
  createdAt: string;
  finishedAt: string | null;
}

const { id, fileName, state, written, total, problem, createdAt, finishedAt, report } = imports;
const columns = { id, fileName, state, written, total, problem, createdAt, finishedAt, who: people.name };

/** One import with its report. Throws NotFound, also for those who may not import. */
export async function findImport(
  ctx: Ctx,
  importId: string,
): Promise<FoundImport & { report: ImportReport }> {
  if (!mayImport(ctx.actor) || !isId(importId)) throw new NotFound("that import");
  const [row] = await ctx.db
    .select({ ...columns, report })
    .from(imports)
    .leftJoin(people, eq(people.id, imports.personId))
    .where(eq(imports.id, importId));
  if (!row) throw new NotFound("that import");
  return { ...inIso(row), report: row.report as ImportReport };
}

const MOST = 10;

/** The latest files. Throws NotFound for those who may not import. */
export async function findRecentImports(ctx: Ctx): Promise<FoundImport[]> {
  if (!mayImport(ctx.actor)) throw new NotFound("that page");
  const rows = await ctx.db
    .select(columns)
    .from(imports)
    .leftJoin(people, eq(people.id, imports.personId))
    .orderBy(desc(createdAt), desc(id))
    .limit(MOST);
  return rows.map(inIso);
}

function inIso<T extends { createdAt: Date; finishedAt: Date | null }>(row: T) {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
