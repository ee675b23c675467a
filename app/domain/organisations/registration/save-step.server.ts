import { eq, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { checkNumbersOf } from "#app/domain/organisations/keeping/check-numbers.server.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import type { OrganisationRecord, RecordSection } from "#app/domain/organisations/record/record.ts";
import { writeSection } from "#app/domain/organisations/record/write-record.server.ts";
import { record } from "#app/domain/record.server.ts";
import { registrations } from "#db/schema/keeping/registrations.ts";
import { type Held, holdOpenRegistration } from "./find-registration.server.ts";
import type { AboutYou } from "./inputs.ts";
import type { RegistrationStep } from "./registration.ts";

/**
 * Saves one section of a registration; in any order, any number of times. Numbers are then put to their
 * registers. Throws NotFound, Conflict once it is sent, or Invalid.
 */
export async function saveStep<S extends RecordSection>(
  ctx: Ctx,
  held: Held,
  { section, fields }: { section: S; fields: OrganisationRecord[S] },
): Promise<void> {
  const organisationId = await ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const registration = await holdOpenRegistration(inside, held);
    const before = (await readRecord(inside, registration.organisationId))[section];
    await writeSection(inside, registration.organisationId, section, fields);
    await markDone(inside, registration.id, section);
    await record(inside, {
      ...{ deed: "save registration", noun: "organisation", nounId: registration.organisationId },
      before: { [section]: before },
      after: { [section]: fields },
    });
    return registration.organisationId;
  });
  if (section === "numbers") await checkNumbersOf(ctx, organisationId);
}

/** Saves who registers. Their name and address stay out of the history, which is kept for longer than they are. */
export function saveAboutYou(ctx: Ctx, held: Held, you: AboutYou): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { id, contactEmail, organisationId } = await holdOpenRegistration(inside, held);
    const isSame = contactEmail.toLowerCase() === you.contactEmail.toLowerCase();
    await db
      .update(registrations)
      .set({ ...you, ...(isSame ? {} : { emailVerifiedAt: null }) })
      .where(eq(registrations.id, id));
    await markDone(inside, id, "you");
    const after = { step: "you" };
    await record(inside, { deed: "save registration", noun: "organisation", nounId: organisationId, after });
  });
}

async function markDone({ db, now }: Ctx, id: string, step: RegistrationStep): Promise<void> {
  const { stepsDone } = registrations;
  await db
    .update(registrations)
    .set({ stepsDone: sql`array_append(array_remove(${stepsDone}, ${step}), ${step})`, updatedAt: now })
    .where(eq(registrations.id, id));
}
