import { findKeepers } from "#app/domain/cases/find-handlers.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { issueConfirmLink } from "#app/domain/upkeep/confirming/confirm-link.server.ts";
import { findReviewed, type ReviewedRecord } from "#app/domain/upkeep/confirming/find-due.server.ts";
import { reminderLetter } from "#app/domain/upkeep/confirming/letters.ts";

/** One mail: to whom, about what, and the record that its link opens. */
interface Reminder {
  recordId: string;
  personId: string | null;
  email: string;
  records: ReviewedRecord[];
}

/**
 * Mails what one organisation has to confirm: to each who keeps it, else to its own address, else to the address
 * of each service. `untold` are those that nobody could be told of.
 */
export async function remindKeepers(
  ctx: Ctx,
  records: ReviewedRecord[],
): Promise<{ mails: number; untold: ReviewedRecord[] }> {
  const [first] = records;
  if (!first) return { mails: 0, untold: [] };
  const reminders = await findReminders(ctx, first.organisationId, records);
  for (const one of reminders) await mail(ctx, one, first.organisation);
  const told = new Set(reminders.flatMap((one) => one.records.map(({ id }) => id)));
  return { mails: reminders.length, untold: records.filter(({ id }) => !told.has(id)) };
}

async function findReminders(
  ctx: Ctx,
  organisationId: string,
  records: ReviewedRecord[],
): Promise<Reminder[]> {
  const keepers = await findKeepers(ctx, organisationId);
  if (keepers.length > 0) {
    return keepers.map(({ id, email }) => ({ recordId: organisationId, personId: id, email, records }));
  }
  const [itself] = await findReviewed(ctx, { ids: [organisationId] });
  if (itself?.email) return [{ recordId: organisationId, personId: null, email: itself.email, records }];
  return records.flatMap((one) =>
    one.email ? [{ recordId: one.id, personId: null, email: one.email, records: [one] }] : [],
  );
}

async function mail(ctx: Ctx, { records, ...bound }: Reminder, organisation: string): Promise<void> {
  const token = await issueConfirmLink(ctx, bound);
  const { personId, email, recordId } = bound;
  const isKeeper = personId !== null;
  const letter = reminderLetter({ organisation, records, today: londonDay(ctx.now), token, isKeeper });
  await post(ctx, { email, personId }, letter, { recordId });
}
