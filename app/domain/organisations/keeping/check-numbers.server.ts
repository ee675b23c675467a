import { and, eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { checkNumber } from "#app/domain/organisations/registers/check-number.server.ts";
import { record } from "#app/domain/record.server.ts";
import { organisationIdentifiers, organisations } from "#db/schema/organisations.ts";

/**
 * Asks the registers about the numbers of an organisation that nobody has checked yet, and keeps what they
 * answer. Without a register to ask nothing changes: "not checked" stays. It asks outside any transaction.
 */
export async function checkNumbersOf(ctx: Ctx, organisationId: string): Promise<void> {
  const { id, scheme, identifier, answer } = organisationIdentifiers;
  const rows = await ctx.db
    .select({ id, scheme, identifier, name: organisations.name })
    .from(organisationIdentifiers)
    .innerJoin(organisations, eq(organisations.id, organisationIdentifiers.organisationId))
    .where(and(eq(organisationIdentifiers.organisationId, organisationId), eq(answer, "not-checked")));
  const checks = await Promise.all(
    rows.map(async (row) => ({
      row,
      check: await checkNumber(ctx, { scheme: row.scheme, number: row.identifier, name: row.name }),
    })),
  );
  const answered = checks.filter(({ check }) => check.answer !== "not-checked");
  if (answered.length === 0) return;
  await ctx.db.transaction(async (db) => {
    for (const { row, check } of answered) {
      await db
        .update(organisationIdentifiers)
        .set({ ...check, checkedAt: ctx.now })
        .where(eq(id, row.id));
    }
    const after = { answers: answered.map(({ row, check }) => ({ number: row.identifier, ...check })) };
    await record(
      { ...ctx, db },
      { deed: "check numbers", noun: "organisation", nounId: organisationId, after },
    );
  });
}

export interface CheckedNumber {
  scheme: (typeof organisationIdentifiers.$inferSelect)["scheme"];
  identifier: string;
  answer: (typeof organisationIdentifiers.$inferSelect)["answer"];
  registerName: string | null;
}

/** The numbers of an organisation with what the registers said. Whether the actor may see them is the caller's to ask. */
export function findCheckedNumbers({ db }: Ctx, organisationId: string): Promise<CheckedNumber[]> {
  const { scheme, identifier, answer, registerName } = organisationIdentifiers;
  return db
    .select({ scheme, identifier, answer, registerName })
    .from(organisationIdentifiers)
    .where(eq(organisationIdentifiers.organisationId, organisationId))
    .orderBy(scheme, identifier);
}
