import type { Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid, NotAllowed } from "#app/domain/errors.ts";
import { checkFile } from "#app/domain/organisations/bulk/checking/check-file.server.ts";
import { decode } from "#app/domain/organisations/bulk/file/csv-text.ts";
import { mayImport } from "#app/domain/organisations/bulk/policy.ts";
import { reportOf } from "#app/domain/organisations/bulk/report.ts";
import { record } from "#app/domain/record.server.ts";
import { imports } from "#db/schema/keeping/imports.ts";

/**
 * Keeps a file with the report of its check; no organisation is written. Throws NotAllowed, or Invalid
 * when the file cannot be read at all.
 */
export async function keepFile(
  ctx: Ctx,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<{ id: string }> {
  if (!mayImport(ctx.actor)) throw new NotAllowed("import organisations");
  const { text, encoding } = decode(bytes);
  if (text.includes("\u0000")) {
    const message = "This is not a CSV file. In Excel choose “Save as” and “CSV UTF-8”";
    throw new Invalid(message, { file: message });
  }
  const report = reportOf(await checkFile(ctx, text), encoding);
  if (report.problems.length > 0)
    throw new Invalid(report.problems.join(" "), { file: report.problems.join(" ") });
  return ctx.db.transaction(async (db) => {
    const personId = ctx.actor.kind === "person" ? ctx.actor.id : null;
    const [made] = await db
      .insert(imports)
      .values({ fileName, content: text, report, state: "checked", personId, createdAt: ctx.now })
      .returning({ id: imports.id });
    if (!made) throw new Conflict("The file could not be kept.");
    const after = { fileName, counts: report.counts };
    await record({ ...ctx, db }, { deed: "check file", noun: "import", nounId: made.id, after });
    return made;
  });
}
