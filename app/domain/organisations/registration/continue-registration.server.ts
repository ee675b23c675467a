import { eq } from "drizzle-orm";
import { findToken, issueToken, useToken } from "#app/domain/accounts/tokens.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
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

const DAYS = 7;

/** A secret that opens a registration on another device, once, within a week. */
export function issueContinueToken(
  ctx: Ctx,
  { id: recordId }: { id: string },
  email: string,
): Promise<string> {
  return issueToken(ctx, { purpose: "continue-registration", recordId, email, minutes: DAYS * 24 * 60 });
}

/** Mails a link with which the registration can be continued on another device. Throws NotFound. */
export function mailContinueLink(ctx: Ctx, held: Held, { email }: { email: string }): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { id, organisationId, name, contactEmail } = await findRegistration(inside, held);
    if (!contactEmail) {
      await db.update(registrations).set({ contactEmail: email }).where(eq(registrations.id, id));
    }
    const token = await issueContinueToken(inside, { id }, email);
    await post(inside, { email }, continueLetter(name, token), { recordId: organisationId });
    await record(inside, { deed: "mail registration link", noun: "registration", nounId: id });
  });
}

/** What an unused link opens; opening the page uses nothing up, for mail programs look at links too. Throws NotFound. */
export async function findByLink(ctx: Ctx, token: string): Promise<Registration> {
  const found = await findToken(ctx, "continue-registration", token);
  if (!found?.recordId) throw new NotFound("that link: it has been used already, or it is too old");
  return findAnyRegistration(ctx, found.recordId);
}

/**
 * Uses a link up: this device holds the registration from now on, and the address that the link was sent to is
 * known to be read. Throws Invalid for a link that is used or too old.
 */
export function continueRegistration(ctx: Ctx, token: string): Promise<{ id: string; deviceToken: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { recordId, email } = await useToken(inside, "continue-registration", token);
    const registration = await findAnyRegistration(inside, recordId ?? "");
    const { id, contactEmail } = registration;
    if (email && email.toLowerCase() === contactEmail.toLowerCase()) {
      await db.update(registrations).set({ emailVerifiedAt: ctx.now }).where(eq(registrations.id, id));
    }
    const deviceToken = await issueDeviceToken(inside, id);
    await record(inside, { deed: "continue registration", noun: "registration", nounId: id });
    return { id, deviceToken };
  });
}
