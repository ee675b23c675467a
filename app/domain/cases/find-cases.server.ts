import { and, asc, count, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { comparable } from "#app/domain/accounts/email-address.ts";
import { isAdministrator, isJob } from "#app/domain/accounts/policy.ts";
import type { Actor, Ctx } from "#app/domain/context.ts";
import { cases } from "#db/schema/keeping/cases.ts";
import { type Role, wordsOf } from "#db/vocabulary.ts";
import { type CaseKind, caseKinds } from "#db/vocabulary-keeping.ts";
import { type Case, isForApproval } from "./case.ts";
import { caseOf, selectCases } from "./case-rows.server.ts";
import type { CaseFilter } from "./inputs.ts";

export const CASES_A_PAGE = 30;

export interface CaseQueue {
  cases: Case[];
  /** Of the kind that is shown, or of all. */
  total: number;
  pages: number;
  /** How many of each kind there are, open or decided as asked. */
  counts: { kind: CaseKind; cases: number }[];
}

/** The cases that the actor may handle, kind by kind, the oldest first; decided ones the latest first. */
export async function findCases(ctx: Ctx, { show, kind, page }: CaseFilter): Promise<CaseQueue> {
  const isDecided = show === "decided";
  const all = and(reachOf(ctx.actor), isDecided ? isNotNull(cases.decidedAt) : isNull(cases.decidedAt));
  const counted = await ctx.db
    .select({ kind: cases.kind, cases: count() })
    .from(cases)
    .where(all)
    .groupBy(cases.kind);
  const shown = counted.filter((row) => !kind || row.kind === kind);
  const total = shown.reduce((sum, row) => sum + row.cases, 0);
  const rows = await selectCases(ctx, and(all, kind && eq(cases.kind, kind)))
    .orderBy(
      sql`array_position(${sql.param(kindsInOrder)}::text[], ${cases.kind})`,
      isDecided ? desc(cases.decidedAt) : asc(cases.createdAt),
      asc(cases.id),
    )
    .limit(CASES_A_PAGE)
    .offset((page - 1) * CASES_A_PAGE);
  return {
    cases: rows.map(caseOf),
    total,
    pages: Math.ceil(total / CASES_A_PAGE),
    counts: kindsInOrder.flatMap((one) => counted.filter((row) => row.kind === one)),
  };
}

/** How many cases wait for the actor now. */
export async function countOpenCases(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db
    .select({ cases: count() })
    .from(cases)
    .where(and(reachOf(ctx.actor), isNull(cases.decidedAt)));
  return row?.cases ?? 0;
}

const kindsInOrder = wordsOf(caseKinds);

/** `mayHandleCase` (policy.ts) as a condition; a test keeps the two alike. */
function reachOf(actor: Actor): SQL {
  if (isAdministrator(actor) || isJob(actor)) return sql`true`;
  if (actor.kind !== "person") return sql`false`;
  const scopes = (...wanted: Role[]) =>
    sql.param(
      actor.roles.flatMap(({ role, scopeId }) => (wanted.includes(role) && scopeId ? [scopeId] : [])),
    );
  const isKept = sql`${cases.organisationId} = any(${scopes("organisation-owner", "organisation-editor")}::uuid[])`;
  const approvals = sql.param(kindsInOrder.filter((kind) => isForApproval({ kind })));
  const isTheirs = sql`(${cases.personId} = ${actor.id}::uuid or lower(${cases.fromEmail}) = ${comparable(actor.email)})`;
  return sql`(${isTheirs} is not true and (
    (${cases.level} = 'owner' and ${isKept})
    or (${cases.level} = 'lead' and ${cases.groupId} = any(${scopes("group-lead")}::uuid[])
        and not (${cases.kind} = any(${approvals}::text[]) and ${isKept}))))`;
}
