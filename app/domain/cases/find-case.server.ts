import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import { people } from "#db/schema/accounts.ts";
import { caseMessages, cases } from "#db/schema/keeping/cases.ts";
import { caseStates, type KeptNoun } from "#db/vocabulary-keeping.ts";
import { type Case, isOpen } from "./case.ts";
import { caseOf, selectCases } from "./case-rows.server.ts";
import { mayHandleCase } from "./policy.ts";

/** One case. Throws NotFound where there is none, or none that is the actor's to handle. */
export async function findCase(ctx: Ctx, id: string): Promise<Case> {
  const [row] = isId(id) ? await selectCases(ctx, eq(cases.id, id)) : [];
  const found = row && caseOf(row);
  if (!found || !mayHandleCase(ctx.actor, found)) throw new NotFound("that case");
  return found;
}

/** Whether one of a record's open cases is the actor's to handle, who may then look at it before it is published. */
export async function mayHandleCaseOf(ctx: Ctx, recordId: string): Promise<boolean> {
  const open = await ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.recordId, recordId), isNull(cases.decidedAt)));
  return open.some((one) => mayHandleCase(ctx.actor, one));
}

/**
 * The same, held until the transaction ends, so that two people cannot decide it at once.
 * Throws NotFound, or Conflict with who decided what.
 */
export async function holdCase(ctx: Ctx, id: string): Promise<Case> {
  // The record before its case, as its keepers hold them: whoever holds one waits for nobody who holds the other
  const { noun, recordId } = await findCase(ctx, id);
  await ctx.db.execute(
    sql`select from ${sql.identifier(tableOf[noun])} where id = ${recordId} for no key update`,
  );
  await ctx.db.execute(sql`select from cases where id = ${id} for no key update`);
  const found = await findCase(ctx, id);
  if (!isOpen(found)) throw new Conflict(alreadyDecided(found));
  return found;
}

const tableOf: Record<KeptNoun, string> = {
  organisation: "organisations",
  service: "services",
  opportunity: "opportunities",
};

/** What a second handler is told. */
export function alreadyDecided({ decidedBy, state }: Pick<Case, "decidedBy" | "state">): string {
  const who = decidedBy ? `${decidedBy} has` : "Somebody has";
  return `${who} seen to this already. It is marked “${caseStates[state]}”. Your words were not saved.`;
}

/** A question or an answer. `name` is null for somebody without an account. */
export interface CaseMessage {
  id: string;
  at: string;
  side: "handler" | "asker";
  name: string | null;
  words: string;
}

/** Questions and answers about a case that the actor has found, in order. */
export async function findMessages({ db }: Ctx, caseId: string): Promise<CaseMessage[]> {
  const { id, at, side, words } = caseMessages;
  const rows = await db
    .select({ id, at, side, name: people.name, words })
    .from(caseMessages)
    .leftJoin(people, eq(people.id, caseMessages.personId))
    .where(eq(caseMessages.caseId, caseId))
    .orderBy(asc(at), asc(id));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
