import { eq, sql } from "drizzle-orm";
import { findToken, issueToken } from "#app/domain/accounts/tokens.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import { registrations } from "#db/schema/keeping/registrations.ts";
import { organisations } from "#db/schema/organisations.ts";
import { canStillChange, type Registration } from "./registration.ts";

/** Which registration, and the secret that shows whose it is: that of the cookie. */
export interface Held {
  id: string;
  deviceToken: string | null;
}

/** Thirty days: a small group's committee meets once a month. */
const MINUTES_ON_A_DEVICE = 30 * 24 * 60;

/** The secret that a browser keeps, so that it may go on with this registration. */
export function issueDeviceToken(ctx: Ctx, registrationId: string): Promise<string> {
  const minutes = MINUTES_ON_A_DEVICE;
  return issueToken(ctx, { purpose: "registration-device", recordId: registrationId, minutes });
}

/** A registration, for the device that holds it. Throws NotFound for anybody else. */
export async function findRegistration(ctx: Ctx, held: Held): Promise<Registration> {
  const registration = await findIfHeld(ctx, held);
  if (!registration) throw new NotFound("that registration");
  return registration;
}

/** The same; null for anybody else, and for one that is gone. */
export async function findIfHeld(ctx: Ctx, { id, deviceToken }: Held): Promise<Registration | null> {
  const token = deviceToken ? await findToken(ctx, "registration-device", deviceToken) : null;
  return isId(id) && token?.recordId === id ? findById(ctx, id) : null;
}

/** A registration, held until the transaction ends. Throws NotFound. */
export async function holdRegistration(ctx: Ctx, held: Held): Promise<Registration> {
  if (isId(held.id)) {
    await ctx.db.execute(sql`select id from registrations where id = ${held.id} for no key update`);
  }
  return findRegistration(ctx, held);
}

/** The same, and still open to changes. Throws NotFound, or Conflict once it is sent. */
export async function holdOpenRegistration(ctx: Ctx, held: Held): Promise<Registration> {
  const registration = await holdRegistration(ctx, held);
  if (!canStillChange(registration)) {
    throw new Conflict("This registration is sent already, so it cannot be changed here any more.");
  }
  return registration;
}

/** One registration by its id; who may see it is the caller's to ask. Throws NotFound. */
export async function findAnyRegistration(ctx: Ctx, id: string): Promise<Registration> {
  const registration = await findById(ctx, id);
  if (!registration) throw new NotFound("that registration");
  return registration;
}

async function findById({ db }: Ctx, id: string): Promise<Registration | null> {
  const [row] = await db
    .select({
      registration: registrations,
      slug: organisations.slug,
      name: organisations.name,
      state: organisations.state,
    })
    .from(registrations)
    .innerJoin(organisations, eq(organisations.id, registrations.organisationId))
    .where(eq(registrations.id, id));
  if (!row) return null;
  const { registration: r, slug, name, state } = row;
  const { organisationId, contactName, contactEmail, contactRole, stepsDone } = r;
  return {
    ...{ id, organisationId, slug, name, state, contactName, contactEmail, contactRole, stepsDone },
    isEmailVerified: r.emailVerifiedAt !== null,
    submittedAt: r.submittedAt?.toISOString() ?? null,
    decidedAt: r.decidedAt?.toISOString() ?? null,
  };
}

/** The registration that an organisation came from; undefined for one that came in another way. */
export async function findRegistrationOf(
  ctx: Ctx,
  organisationId: string,
): Promise<Registration | undefined> {
  const [row] = await ctx.db
    .select({ id: registrations.id })
    .from(registrations)
    .where(eq(registrations.organisationId, organisationId));
  return row && findAnyRegistration(ctx, row.id);
}
