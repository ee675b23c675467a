import { eq } from "drizzle-orm";
import type { CaseOf } from "#app/domain/cases/case.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { letInAsOwner } from "#app/domain/organisations/claim/let-in.server.ts";
import { approvedLetter, declinedLetter } from "#app/domain/organisations/letters.ts";
import { freeSlug } from "#app/domain/organisations/record/write-record.server.ts";
import { record } from "#app/domain/record.server.ts";
import { registrations } from "#db/schema/keeping/registrations.ts";
import { organisations } from "#db/schema/organisations.ts";
import { issueContinueToken } from "./continue-registration.server.ts";
import { findRegistrationOf } from "./find-registration.server.ts";
import type { Registration } from "./registration.ts";

/*
 * What follows when a handler has decided a registration. The verb that decides the case holds it, asks the
 * policy and closes it, in the same transaction (app/domain/upkeep).
 */

/** Publishes the organisation, confirmed today, and lets whoever registered in as its owner, by a mailed link. */
export async function approveRegistration(ctx: Ctx, at: CaseOf<"registration">): Promise<{ slug: string }> {
  const registration = await findWaiting(ctx, at);
  const { id, organisationId, name, contactName, contactEmail } = registration;
  const slug = await freeSlug(ctx, name, organisationId);
  const asked = { name: contactName, email: contactEmail };
  const { personId, email, token } = await letInAsOwner(ctx, organisationId, asked);
  const confirmedOn = londonDay(ctx.now);
  await ctx.db
    .update(organisations)
    .set({ state: "live", slug, confirmedOn, updatedAt: ctx.now })
    .where(eq(organisations.id, organisationId));
  await ctx.db
    .update(registrations)
    .set({ decidedAt: ctx.now, updatedAt: ctx.now })
    .where(eq(registrations.id, id));
  await post(ctx, { email, personId }, approvedLetter({ slug, name }, token), { recordId: at.id });
  await record(ctx, {
    ...{ deed: "approve registration", noun: "organisation", nounId: organisationId },
    before: { state: "waiting" },
    after: { state: "live", slug, confirmedOn, owner: personId },
  });
  return { slug };
}

/** The registration goes back with the reason and a link: it can be mended and sent again. */
export async function declineRegistration(
  ctx: Ctx,
  at: CaseOf<"registration">,
  reason: string,
): Promise<void> {
  const { id, organisationId, name, contactEmail } = await findWaiting(ctx, at);
  await ctx.db
    .update(organisations)
    .set({ state: "draft", updatedAt: ctx.now })
    .where(eq(organisations.id, organisationId));
  await ctx.db
    .update(registrations)
    .set({ submittedAt: null, decidedAt: ctx.now, updatedAt: ctx.now })
    .where(eq(registrations.id, id));
  const token = await issueContinueToken(ctx, { id }, contactEmail);
  await post(ctx, { email: contactEmail }, declinedLetter(name, reason, token), { recordId: at.id });
  await record(ctx, {
    ...{ deed: "decline registration", noun: "organisation", nounId: organisationId },
    before: { state: "waiting" },
    after: { state: "draft", reason },
  });
}

async function findWaiting(ctx: Ctx, at: CaseOf<"registration">): Promise<Registration> {
  const registration = await findRegistrationOf(ctx, at.organisationId);
  if (registration?.state !== "waiting") {
    throw new Conflict("This registration does not wait for approval any more.");
  }
  return registration;
}
