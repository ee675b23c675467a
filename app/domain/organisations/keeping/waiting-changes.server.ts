import { and, desc, eq, isNull } from "drizzle-orm";
import type { CaseDetails } from "#app/domain/cases/case.ts";
import { closeCase } from "#app/domain/cases/close-case.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import type { Difference, NamesBySlug } from "#app/domain/organisations/record/differences.ts";
import { differencesOf } from "#app/domain/organisations/record/differences.ts";
import { isSection, type OrganisationRecord } from "#app/domain/organisations/record/record.ts";
import { record } from "#app/domain/record.server.ts";
import { cases } from "#db/schema/keeping/cases.ts";
import type { CaseState } from "#db/vocabulary-keeping.ts";
import { findKeptOrganisation, holdKeptOrganisation } from "./find-kept.server.ts";

/** A change of name or number that somebody has yet to approve. */
export interface WaitingChange {
  id: string;
  section: string;
  title: string;
  state: CaseState;
  since: string;
  differences: Difference[];
}

/** The changes of an organisation that wait, newest first. Whether the actor may see them is the caller's to ask. */
export async function findWaitingChanges(
  { db }: Ctx,
  organisationId: string,
  names: NamesBySlug = {},
): Promise<WaitingChange[]> {
  const rows = await db
    .select({
      id: cases.id,
      title: cases.title,
      state: cases.state,
      at: cases.createdAt,
      details: cases.details,
    })
    .from(cases)
    .where(
      and(
        eq(cases.recordId, organisationId),
        eq(cases.noun, "organisation"),
        eq(cases.kind, "change"),
        isNull(cases.decidedAt),
      ),
    )
    .orderBy(desc(cases.createdAt), desc(cases.id));
  return rows.map(({ details, at, ...row }) => ({
    ...row,
    section: (details as CaseDetails["change"]).section ?? "",
    since: at.toISOString(),
    differences: differencesOfChange(details as CaseDetails["change"], names),
  }));
}

/** What a change case would change, in words. */
export function differencesOfChange(
  { section = "", before, after }: CaseDetails["change"],
  names: NamesBySlug,
): Difference[] {
  if (!isSection(section)) return [];
  const [old, mine] = [before as never, after as never];
  return differencesOf(section, old as OrganisationRecord[typeof section], mine, names);
}

/** One waiting change of an organisation of the actor's own. Throws NotFound. */
export async function findWaitingChange(ctx: Ctx, slug: string, caseId: string) {
  const organisation = await findKeptOrganisation(ctx, slug);
  const all = isId(caseId) ? await findWaitingChanges(ctx, organisation.id) : [];
  const change = all.find(({ id }) => id === caseId);
  if (!change) throw new NotFound("that change");
  return { organisation, change };
}

/** Takes a waiting change back: the published record stays as it is. Throws NotFound, or Conflict once it is decided. */
export function withdrawChange(ctx: Ctx, slug: string, caseId: string): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { id } = await holdKeptOrganisation(inside, slug);
    const change = (await findWaitingChanges(inside, id)).find((one) => one.id === caseId);
    if (!change) throw new Conflict("This change is decided already, or was withdrawn.");
    await closeCase(inside, change, "withdrawn");
    const after = { title: change.title };
    await record(inside, { deed: "withdraw change", noun: "organisation", nounId: id, after });
  });
}
