import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { NotAllowed } from "#app/domain/errors.ts";
import { queueJob } from "#app/domain/queue.server.ts";
import { record } from "#app/domain/record.server.ts";
import { mayRunUpkeep } from "#app/domain/upkeep/policy.ts";
import { reviewPeriods, upkeepSettings } from "#db/schema/keeping/upkeep.ts";
import { organisationKinds, wordsOf } from "#db/vocabulary.ts";
import { findUpkeep } from "./find-settings.server.ts";
import { periodField, periodNouns, type UpkeepForm } from "./settings.ts";

/** The settings are one row; the audit record wants an id for it. */
const SETTINGS_ID = "00000000-0000-4000-8000-000000000016";

/**
 * Sets the periods of the ladder and of each kind; every due date follows at once, and the results within a minute.
 * Throws NotFound or NotAllowed for anybody but the Assembly team.
 */
export function saveUpkeep(ctx: Ctx, form: UpkeepForm): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const before = await findUpkeep(inside);
    if (!mayRunUpkeep(ctx.actor)) throw new NotAllowed("change the periods of upkeep");
    const { reviewMonths, warnDaysBefore, leadAfterDays, teamAfterDays } = form;
    const { leavesResultsAfterDays, reportClimbsAfterDays } = form;
    const settings = {
      ...{ reviewMonths, warnDaysBefore, leadAfterDays, teamAfterDays },
      ...{ leavesResultsAfterDays, reportClimbsAfterDays },
    };
    await db.update(upkeepSettings).set({ ...settings, updatedAt: ctx.now });
    const periods = periodsOf(form);
    await db.delete(reviewPeriods);
    if (periods.length > 0) await db.insert(reviewPeriods).values(periods);
    await recomputeDueDates(inside);
    await queueJob(inside, "index-missing-services", {}, { key: "index missing services" });
    const after = { settings, periods };
    await record(inside, {
      ...{ deed: "change upkeep settings", noun: "upkeep settings", nounId: SETTINGS_ID },
      ...{ before, after },
    });
  });
}

function periodsOf(form: Record<string, unknown>) {
  return periodNouns.flatMap((noun) =>
    wordsOf(organisationKinds).flatMap((kind) => {
      const months = form[periodField(noun, kind)];
      return typeof months === "number" || months === null ? [{ noun, kind, months }] : [];
    }),
  );
}

/** A trigger keeps `review_due_on`, whenever the row's own dates are written (migration 0007). */
async function recomputeDueDates({ db }: Ctx): Promise<void> {
  await db.execute(sql`update organisations set confirmed_on = confirmed_on`);
  await db.execute(sql`update services set confirmed_on = confirmed_on`);
}
