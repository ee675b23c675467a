import { and, asc, inArray, isNull } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { cases } from "#db/schema/keeping/cases.ts";
import type { CaseKind } from "#db/vocabulary-keeping.ts";
import type { Case } from "./case.ts";
import { caseOf, selectCases } from "./case-rows.server.ts";

/** Open cases of some kinds about organisations, whoever may handle them; held in a fixed order until the transaction ends. */
export async function findOpenCases(
  ctx: Ctx,
  organisationIds: readonly string[],
  kinds: CaseKind[],
): Promise<Case[]> {
  if (organisationIds.length === 0) return [];
  const wanted = and(
    inArray(cases.organisationId, [...organisationIds]),
    inArray(cases.kind, kinds),
    isNull(cases.decidedAt),
  );
  const held = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(wanted)
    .orderBy(asc(cases.id))
    .for("no key update");
  if (held.length === 0) return [];
  const rows = await selectCases(
    ctx,
    inArray(
      cases.id,
      held.map(({ id }) => id),
    ),
  );
  return rows.map(caseOf);
}
