import { eq } from "drizzle-orm";
import { findSpentToken, findToken, issueToken, useToken } from "#app/domain/accounts/tokens.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { continueLetter } from "#app/domain/organisations/letters.ts";
import { record } from "#app/domain/record.server.ts";
import { registrations } from "#db/schema/keeping/registrations.ts";
import {
  findAnyRegistration,
  findRegistration,
  type Held,
  issueDeviceToken,
} from "./find-registration.server.ts";
import type { Registration } from "./registration.ts";

const PURPOSE = "continue-registration";
const DAYS = 7;

/** A secret that opens a registration on another device, once, within a week. */
export function issueContinueToken(
  ctx: Ctx,
  { id: recordId }: { id: string },
  email: string,
): Promise<string> {
  return issueToken(ctx, { purpose: PURPOSE, recordId, email, minutes: DAYS * 24 * 60 });
}

/** Mails a link with which the registration can be continued on another device. Throws NotFound. */
export function mailContinueLink(ctx: Ctx, held: Held, { email }: { email: string }): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const registration = await findRegistration(inside, held);
    if (!registration.contactEmail) {
      const { id } = registration;
      await db.update(registrations).set({ contactEmail: email }).where(eq(registrations.id, id));
    }
    await postContinueLink(inside, registration, email);
  });
}

/** Issues a link, mails it and records that it did; in the caller's transaction. */
export async function postContinueLink(ctx: Ctx, registration: Registration, email: string): Promise<void> {
  const { id, organisationId, name } = registration;
  const token = await issueContinueToken(ctx, { id }, email);
  await post(ctx, { email }, continueLetter(name, token), { recordId: organisationId });
  await record(ctx, { deed: "mail registration link", noun: "registration", nounId: id });
}

/** What a link is about. Used and old ones open nothing any more, but lead to a new one. */
export interface BehindContinueLink {
  isOpen: boolean;
  /** A new one goes to the address of whoever registers alone: another that was typed once may have been a slip. */
  mayBeSentAnew: boolean;
  registration: Registration;
}

/**
 * What is behind a link; opening the page uses nothing up, for mail programs look at links too. Null for one
 * that is not ours. Throws NotFound where its registration is gone.
 */
export async function findByLink(ctx: Ctx, token: string): Promise<BehindContinueLink | null> {
  const open = await findToken(ctx, PURPOSE, token);
  const bound = open ?? (await findSpentToken(ctx, PURPOSE, token));
  if (!bound?.recordId) return null;
  const registration = await findAnyRegistration(ctx, bound.recordId);
  return { isOpen: open !== null, mayBeSentAnew: isTheirs(registration, bound.email), registration };
}

/** Mails a new link to where a used or old one went, if that still is the address of whoever registers. Says nothing of whether it did. */
export function mailFreshLink(ctx: Ctx, token: string): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const bound = await findSpentToken(inside, PURPOSE, token);
    if (!bound?.recordId) return;
    const registration = await findAnyRegistration(inside, bound.recordId);
    if (!isTheirs(registration, bound.email)) return;
    await postContinueLink(inside, registration, registration.contactEmail);
  });
}

const isTheirs = ({ contactEmail }: Registration, email: string | null) =>
  contactEmail !== "" && email?.toLowerCase() === contactEmail.toLowerCase();

/**
 * Uses a link up: this device holds the registration from now on, and the address that the link was sent to is
 * known to be read. Throws Invalid for a link that is used or too old.
 */
export function continueRegistration(ctx: Ctx, token: string): Promise<{ id: string; deviceToken: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { recordId, email } = await useToken(inside, PURPOSE, token);
    const registration = await findAnyRegistration(inside, recordId ?? "");
    const { id } = registration;
    if (isTheirs(registration, email)) {
      await db.update(registrations).set({ emailVerifiedAt: ctx.now }).where(eq(registrations.id, id));
    }
    const deviceToken = await issueDeviceToken(inside, id);
    await record(inside, { deed: "continue registration", noun: "registration", nounId: id });
    return { id, deviceToken };
  });
}
