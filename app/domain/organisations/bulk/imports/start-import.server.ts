import { and, eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import type { ChosenRowsInput } from "#app/domain/organisations/bulk/chosen-rows.ts";
import { queueJob } from "#app/domain/queue.server.ts";
import { record } from "#app/domain/record.server.ts";
import { imports } from "#db/schema/keeping/imports.ts";
import { findImport } from "./find-import.server.ts";

/** Leaves the writing of the chosen rows to a job. Throws NotFound, or Conflict when it was started already. */
export function startImport(ctx: Ctx, id: string, chosen: ChosenRowsInput): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { report } = await findImport(inside, id);
    const started = await db
      .update(imports)
      .set({ state: "running", report: { ...report, chosen }, written: 0, total: 0 })
      .where(and(eq(imports.id, id), eq(imports.state, "checked")))
      .returning({ id: imports.id });
    if (started.length === 0) throw new Conflict("This file is being written, or was already.");
    await queueJob(inside, "run-import", { id }, { key: `import ${id}` });
    await record(inside, { deed: "start import", noun: "import", nounId: id, after: { chosen } });
  });
}
