import { findAsker } from "#app/domain/cases/ask-about-case.server.ts";
import type { Case, CaseOf } from "#app/domain/cases/case.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import type { Letter } from "#app/domain/mail/letter.ts";
import { post } from "#app/domain/mail/post.server.ts";
import {
  declineOpportunity,
  publishApprovedOpportunity,
} from "#app/domain/opportunities/publish-opportunity.server.ts";
import { approveClaim, declineClaim } from "#app/domain/organisations/claim/decide-claim.server.ts";
import { approveChange, declineChange } from "#app/domain/organisations/keeping/decide-change.server.ts";
import {
  approveRegistration,
  declineRegistration,
} from "#app/domain/organisations/registration/decide-registration.server.ts";
import {
  applyServiceChange,
  declineServiceChange,
} from "#app/domain/services/states/decide-change.server.ts";
import { findRecord, pageOf } from "#app/domain/upkeep/about-record.server.ts";
import { reportDeclinedLetter, reportResolvedLetter } from "#app/domain/upkeep/reporting/letters.ts";
import { notPublishedLetter, publishedLetter } from "./letters.ts";

/*
 * What follows from a decision is each noun's own: this table says whose. They change the record and tell whoever
 * asked; who may decide is asked before, and the case is closed after, in the same transaction.
 */

/** What approving a case does. Throws Conflict where it cannot be done any more. */
export async function carryOut(ctx: Ctx, at: Case): Promise<void> {
  if (at.kind === "registration") {
    await approveRegistration(ctx, at);
    return;
  }
  if (at.kind === "claim") return approveClaim(ctx, at);
  if (at.kind !== "change") throw new Conflict("This is not for approval: say what you did instead.");
  if (at.noun === "organisation") return approveChange(ctx, at);
  if (at.noun === "service") await applyServiceChange(ctx, at.recordId, at.details);
  else await publishApprovedOpportunity(ctx, at.recordId);
  await tellAsker(ctx, at, publishedLetter(await findAbout(ctx, at)));
}

/** What declining a case does, with the reason that whoever asked is told. */
export async function turnDown(ctx: Ctx, at: Case, reason: string): Promise<void> {
  if (at.kind === "registration") return declineRegistration(ctx, at, reason);
  if (at.kind === "claim") return declineClaim(ctx, at, reason);
  if (at.kind === "change") return turnDownChange(ctx, at, reason);
  if (at.kind !== "report") throw new Conflict("There is nothing to decline here: say what you did instead.");
  await tellAsker(ctx, at, reportDeclinedLetter(await findAbout(ctx, at), reason));
}

async function turnDownChange(ctx: Ctx, at: CaseOf<"change">, reason: string): Promise<void> {
  if (at.noun === "organisation") return declineChange(ctx, at, reason);
  if (at.noun === "service") await declineServiceChange(ctx, at.recordId, at.details);
  else await declineOpportunity(ctx, at.recordId, reason);
  await tellAsker(ctx, at, notPublishedLetter(await findAbout(ctx, at), reason));
}

/** Whoever reported something hears what was done, if they left an address. */
export async function tellOutcome(ctx: Ctx, at: Case, outcome: string): Promise<void> {
  if (at.kind === "report") await tellAsker(ctx, at, reportResolvedLetter(await findAbout(ctx, at), outcome));
}

async function findAbout(ctx: Ctx, { noun, recordId }: Case) {
  const found = await findRecord(ctx, noun, recordId);
  return { noun, name: found.name, page: pageOf(found) };
}

async function tellAsker(ctx: Ctx, at: Case, letter: Letter): Promise<void> {
  const asker = await findAsker(ctx, at);
  if (asker) await post(ctx, asker, letter, { recordId: at.id });
}
