import { inArray } from "drizzle-orm";
import { closeCase } from "#app/domain/cases/close-case.server.ts";
import { findOpenCases } from "#app/domain/cases/open-cases.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid, NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { queueJob } from "#app/domain/queue.server.ts";
import { record } from "#app/domain/record.server.ts";
import { mayConfirm } from "#app/domain/upkeep/policy.ts";
import { organisations } from "#db/schema/organisations.ts";
import { services } from "#db/schema/services.ts";
import { findReviewed, type ReviewedNoun, type ReviewedRecord } from "./find-due.server.ts";

/** Says that one record is still right. Throws NotFound for what the actor does not keep. */
export async function confirmRecord(ctx: Ctx, noun: ReviewedNoun, id: string): Promise<ReviewedRecord> {
  const [confirmed] = await confirmRecords(ctx, [id]);
  if (confirmed?.noun !== noun) throw new NotFound(`that ${noun}`);
  return confirmed;
}

/**
 * Says that records are still right, today. Those that are confirmed today already stay as they are.
 * Throws Invalid when none is chosen, and NotFound as soon as one of them is not the actor's to confirm.
 */
export function confirmRecords(ctx: Ctx, ids: readonly string[]): Promise<ReviewedRecord[]> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const records = await findChosen(inside, ids);
    if (records.some(({ organisationId }) => !mayConfirm(ctx.actor, organisationId))) {
      throw new NotFound("that record");
    }
    await writeConfirmed(inside, records);
    return records;
  });
}

/** The records of these ids. Throws Invalid for none, NotFound when one of them is not there, or is not published. */
export async function findChosen(ctx: Ctx, ids: readonly string[]): Promise<ReviewedRecord[]> {
  if (ids.length === 0) {
    const message = "Choose what is still right";
    throw new Invalid(message, { records: message });
  }
  const found = ids.every(isId) ? await findReviewed(ctx, { ids }) : [];
  if (found.length < new Set(ids).size) throw new NotFound("that record");
  return found;
}

/**
 * The change itself, for those who have asked for permission: the dates, the cases that it settles, and the record.
 * @param by Whose word it is, when no account stands behind it.
 */
export async function writeConfirmed(
  ctx: Ctx,
  records: readonly ReviewedRecord[],
  by?: string,
): Promise<void> {
  const today = londonDay(ctx.now);
  const changed = records.filter(({ confirmedOn }) => confirmedOn !== today);
  if (changed.length === 0) return;
  const idsOf = (noun: ReviewedNoun) => changed.filter((one) => one.noun === noun).map(({ id }) => id);
  const set = { confirmedOn: today, updatedAt: ctx.now };
  await ctx.db
    .update(organisations)
    .set(set)
    .where(inArray(organisations.id, idsOf("organisation")));
  const serviceIds = idsOf("service");
  await ctx.db.update(services).set(set).where(inArray(services.id, serviceIds));
  if (serviceIds.length > 0) await queueJob(ctx, "index-services", { ids: serviceIds });
  await settleCases(ctx, [...new Set(changed.map(({ organisationId }) => organisationId))]);
  await record(
    ctx,
    changed.map(({ noun, id, confirmedOn }) => ({
      ...{ deed: "confirm record", noun, nounId: id },
      before: { confirmation: { confirmedOn } },
      after: { confirmation: { confirmedOn: today, ...(by ? { by } : {}) } },
    })),
  );
}

/** Once nothing of an organisation is overdue, its cases of upkeep have come to their end. */
async function settleCases(ctx: Ctx, organisationIds: string[]): Promise<void> {
  const overdue = await findReviewed(ctx, { organisationIds, dueBy: londonDay(ctx.now) });
  const behind = new Set(overdue.map(({ organisationId }) => organisationId));
  const settled = organisationIds.filter((id) => !behind.has(id));
  for (const found of await findOpenCases(ctx, settled, ["stale", "nobody-to-tell"])) {
    await closeCase(ctx, found, "resolved", "The record was confirmed.");
  }
}
