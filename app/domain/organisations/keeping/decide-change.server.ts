import { eq } from "drizzle-orm";
import type { CaseOf } from "#app/domain/cases/case.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import type { Letter } from "#app/domain/mail/letter.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { changeApprovedLetter, changeDeclinedLetter } from "#app/domain/organisations/letters.ts";
import { isSameFields } from "#app/domain/organisations/record/differences.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import {
  isSection,
  type OrganisationRecord,
  type RecordSection,
} from "#app/domain/organisations/record/record.ts";
import { queueJob } from "#app/domain/queue.server.ts";
import { seenOf } from "#app/domain/section.ts";
import { people } from "#db/schema/accounts.ts";
import { saveSection } from "./edit-section.server.ts";

/*
 * What follows when a handler has decided a change. The verb that decides the case holds it, asks the policy and
 * closes it, in the same transaction (app/domain/upkeep).
 */

/**
 * Publishes a change that waited. Only what it changes is written: what others saved in the section meanwhile
 * stays. Throws Conflict where somebody changed the very same thing in the meantime.
 */
export async function approveChange(ctx: Ctx, at: CaseOf<"change">): Promise<void> {
  const { section = "" } = at.details;
  if (!isSection(section)) throw new Conflict("This change is not one of an organisation’s record.");
  const before = (await readRecord(ctx, at.recordId))[section];
  const after = mergedOf<typeof section>(at, before);
  if (!isSameFields(section, before, after)) {
    await saveSection(ctx, at.recordId, { section, before, after, deed: "approve change" });
  }
  if (section === "numbers") await queueJob(ctx, "check-numbers", { organisationId: at.recordId });
  await tellAsker(ctx, at, changeApprovedLetter(at.organisation));
}

/** The published record stays; whoever asked is told why. */
export async function declineChange(ctx: Ctx, at: CaseOf<"change">, reason: string): Promise<void> {
  await tellAsker(ctx, at, changeDeclinedLetter(at.organisation, reason));
}

/** Fields that the change touches, on top of what stands there now. */
function mergedOf<S extends RecordSection>(
  { details }: CaseOf<"change">,
  now: OrganisationRecord[S],
): OrganisationRecord[S] {
  const [old, asked] = [details.before ?? {}, details.after ?? {}];
  const touched = Object.entries(asked).filter(([key, value]) => !isEqual(old[key], value));
  const current: Record<string, unknown> = { ...now };
  const crossed = touched.some(
    ([key, value]) => !isEqual(current[key], old[key]) && !isEqual(current[key], value),
  );
  if (crossed) {
    throw new Conflict(
      "The record was changed in the meantime, so this change no longer fits. Decline it and say so; nothing is lost.",
    );
  }
  return { ...now, ...Object.fromEntries(touched) } as OrganisationRecord[S];
}

/** Whatever the order of keys, which the database does not keep. */
const isEqual = (a: unknown, b: unknown) => seenOf({ is: a }) === seenOf({ is: b });

async function tellAsker(ctx: Ctx, { personId, id }: CaseOf<"change">, letter: Letter): Promise<void> {
  if (!personId) return;
  const [person] = await ctx.db.select({ email: people.email }).from(people).where(eq(people.id, personId));
  if (person) await post(ctx, { email: person.email, personId }, letter, { recordId: id });
}
