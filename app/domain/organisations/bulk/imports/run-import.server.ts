import { and, eq, sql } from "drizzle-orm";
import type { Actor, Ctx } from "#app/domain/context.ts";
import type { ChosenRowsInput } from "#app/domain/organisations/bulk/chosen-rows.ts";
import type { ImportReport } from "#app/domain/organisations/bulk/report.ts";
import { type WrittenFile, writeFile } from "#app/domain/organisations/bulk/writing/write-file.server.ts";
import { people } from "#db/schema/accounts.ts";
import { imports } from "#db/schema/keeping/imports.ts";

/**
 * Writes the rows of an import that was started, in one transaction and in the name of who started it. How far it
 * is, is told outside of that transaction, so that a page can show it. Run twice, or on two instances, it writes once.
 */
export async function runImport(ctx: Ctx, id: string): Promise<void> {
  const started = await findStarted(ctx, id);
  if (!started) return;
  const { content: text, chosen } = started;
  const onProgress = async (written: number, total: number) => {
    await ctx.db.update(imports).set({ written, total }).where(eq(imports.id, id));
  };
  try {
    await ctx.db.transaction(async (db) => {
      const inside = { ...ctx, db, actor: started.actor };
      await db.execute(sql`select pg_advisory_xact_lock(hashtext(${`import ${id}`}))`);
      if (!(await findStarted(inside, id))) return;
      await writeFile(
        inside,
        { text, chosen },
        { onProgress, afterwards: (within, done) => finish(within, id, done) },
      );
    });
  } catch (error) {
    await ctx.db
      .update(imports)
      .set({ state: "failed", problem: inWords(error), written: 0, finishedAt: ctx.now })
      .where(eq(imports.id, id));
    if (!isExpected(error)) throw error;
  }
}

async function findStarted({ db }: Ctx, id: string) {
  const [row] = await db
    .select({ content: imports.content, report: imports.report, person: people })
    .from(imports)
    .leftJoin(people, eq(people.id, imports.personId))
    .where(and(eq(imports.id, id), eq(imports.state, "running")));
  if (!row) return null;
  const { chosen = everything } = row.report as ImportReport;
  return { content: row.content, chosen, actor: starterOf(row.person) };
}

const everything: ChosenRowsInput = { which: "all", rows: "" };

/** Whoever started it was an administrator then: what they were allowed to start is done in their name. */
function starterOf(person: typeof people.$inferSelect | null): Actor {
  if (!person) return { kind: "job", name: "run import" };
  const { id, name, email } = person;
  return { kind: "person", id, name, email, roles: [{ role: "administrator", scopeId: null }] };
}

async function finish({ db, now }: Ctx, id: string, done: WrittenFile): Promise<void> {
  const written = done.added + done.changed;
  await db
    .update(imports)
    .set({
      ...{ state: "done", written, total: written, finishedAt: now },
      report: sql`${imports.report} || ${JSON.stringify({ done })}::text::jsonb`,
      // Once written, the record of each organisation says what it was given
      content: "",
    })
    .where(eq(imports.id, id));
}

const isExpected = (error: unknown): error is Error =>
  error instanceof Error && ["Invalid", "Conflict", "NotAllowed", "NotFound"].includes(error.name);

const inWords = (error: unknown) =>
  isExpected(error) ? error.message : "Something went wrong on our side. Nothing was written.";
