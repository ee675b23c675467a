import { and, eq, isNull } from "drizzle-orm";
import { findByAddress } from "#app/domain/accounts/people/find-by-address.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { record } from "#app/domain/record.server.ts";
import { cases } from "#db/schema/keeping/cases.ts";
import type { CaseKind, CaseLevel, KeptNoun } from "#db/vocabulary-keeping.ts";
import type { Case, CaseDetails } from "./case.ts";
import { caseOf, selectCases } from "./case-rows.server.ts";
import { findHandlers } from "./find-handlers.server.ts";
import { tellHandlers } from "./tell-handlers.server.ts";

export interface NewCase<K extends CaseKind> {
  kind: K;
  noun: KeptNoun;
  recordId: string;
  organisationId: string;
  /** Whose turn it is first; left out, or "lead" without a group: the network's lead, else the Assembly team. */
  level?: CaseLevel;
  groupId?: string | null;
  /** What it is about, as the queue lists it: "New organisation: Reepham Repair Café". */
  title: string;
  details: CaseDetails[K];
  /** Who raises it; the actor unless told. */
  personId?: string | null;
  fromName?: string;
  fromEmail?: string | null;
  /** One open case for one cause: a second call with the same key finds the first. */
  onceKey?: string | null;
  climbsAt?: Date | null;
}

/**
 * Puts a case before those who may decide it, and mails them. It asks for no permission of its own: the
 * verb that calls it has. Call it inside that verb's transaction, just before its `record`.
 */
export function openCase<K extends CaseKind>(ctx: Ctx, asked: NewCase<K>): Promise<{ id: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const twin = asked.onceKey ? await findOpen(inside, asked.onceKey) : undefined;
    if (twin) return twin;
    const personId = asked.personId ?? (ctx.actor.kind === "person" ? ctx.actor.id : null);
    const turn = await firstTurn(inside, asked, personId ?? (await findByAddressLeft(inside, asked)));
    const [made] = await db
      .insert(cases)
      .values({ ...asked, ...turn, personId, createdAt: ctx.now, updatedAt: ctx.now })
      .onConflictDoNothing({ target: cases.onceKey, where: isNull(cases.decidedAt) })
      .returning({ id: cases.id });
    if (!made) return findTwin(inside, asked.onceKey);
    await tellHandlers(inside, await findAny(inside, made.id), "opened");
    const after = { kind: asked.kind, title: asked.title, level: turn.level };
    await record(inside, { deed: "open case", noun: "case", nounId: made.id, after });
    return made;
  });
}

/** Somebody who is signed out may be one of those who would decide. */
async function findByAddressLeft(ctx: Ctx, { fromEmail }: { fromEmail?: string | null }) {
  return fromEmail ? ((await findByAddress(ctx, fromEmail))?.id ?? null) : null;
}

async function firstTurn(
  ctx: Ctx,
  { level, groupId, organisationId }: Pick<NewCase<CaseKind>, "level" | "groupId" | "organisationId">,
  personId: string | null,
): Promise<{ level: CaseLevel; groupId: string | null }> {
  const vouching = await findHandlers(ctx, organisationId, personId);
  if (level === "owner" || level === "team") return { level, groupId: groupId ?? vouching.groupId };
  if (level === "lead" && groupId) return { level, groupId };
  return { level: vouching.level, groupId: vouching.groupId };
}

async function findAny(ctx: Ctx, id: string): Promise<Case> {
  const [row] = await selectCases(ctx, eq(cases.id, id));
  if (!row) throw new Conflict("This case is gone.");
  return caseOf(row);
}

async function findOpen({ db }: Ctx, onceKey: string): Promise<{ id: string } | undefined> {
  const [found] = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.onceKey, onceKey), isNull(cases.decidedAt)));
  return found;
}

/** Somebody else opened it in the meantime. */
async function findTwin(ctx: Ctx, onceKey: string | null | undefined): Promise<{ id: string }> {
  const twin = onceKey ? await findOpen(ctx, onceKey) : undefined;
  if (!twin) throw new Conflict("This is being seen to at this moment. Try again in a minute.");
  return twin;
}

/** The open cases about one record, of one kind or any. */
export async function findOpenCaseIds({ db }: Ctx, recordId: string, kind?: CaseKind): Promise<string[]> {
  const ofKind = kind ? eq(cases.kind, kind) : undefined;
  const rows = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.recordId, recordId), isNull(cases.decidedAt), ofKind));
  return rows.map(({ id }) => id);
}
