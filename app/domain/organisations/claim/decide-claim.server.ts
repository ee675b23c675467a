import type { CaseOf } from "#app/domain/cases/case.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { claimApprovedLetter, claimDeclinedLetter } from "#app/domain/organisations/letters.ts";
import { record } from "#app/domain/record.server.ts";
import { letInAsOwner } from "./let-in.server.ts";

/*
 * What follows when a handler has decided a claim. The verb that decides the case holds it, asks the policy and
 * closes it, in the same transaction (app/domain/upkeep).
 */

/** Whoever claimed becomes an owner, beside those who are, and is mailed a link that signs them in. */
export async function approveClaim(ctx: Ctx, at: CaseOf<"claim">): Promise<void> {
  if (!at.fromEmail) throw new Conflict("This claim has no e-mail address, so nobody can be let in.");
  const asked = { name: at.fromName, email: at.fromEmail };
  const { personId, email, token } = await letInAsOwner(ctx, at.organisationId, asked);
  await post(ctx, { email, personId }, claimApprovedLetter(at.organisation, token), { recordId: at.id });
  await record(ctx, {
    ...{ deed: "approve claim", noun: "organisation", nounId: at.organisationId },
    after: { personId, caseId: at.id },
  });
}

/** The record stays with those who keep it; whoever claimed is told why. */
export async function declineClaim(ctx: Ctx, at: CaseOf<"claim">, reason: string): Promise<void> {
  const letter = claimDeclinedLetter(at.organisation, reason);
  if (at.fromEmail)
    await post(ctx, { email: at.fromEmail, personId: at.personId }, letter, { recordId: at.id });
}
