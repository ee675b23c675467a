import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { record } from "#app/domain/record.server.ts";
import { findReviewed } from "#app/domain/upkeep/confirming/find-due.server.ts";
import { addDays } from "#app/domain/upkeep/ladder.ts";
import { findUpkeepSettings } from "#app/domain/upkeep/settings/find-settings.server.ts";
import type { UpkeepSettings } from "#app/domain/upkeep/settings/settings.ts";
import { remindKeepers } from "./remind-keepers.server.ts";
import { takeSteps } from "./take-steps.server.ts";
import { tellLadder } from "./tell-ladder.server.ts";

/** What a run of the clock did. */
export interface Review {
  organisations: number;
  mails: number;
  cases: number;
  /** There are more that wait: run it again. */
  isMore: boolean;
}

/** A run is short, so that a start or a stop of the server does not wait for it. */
const ORGANISATIONS_A_RUN = 200;

/**
 * The clock of the upkeep ladder: reminds keepers, tells leads and the team. Each step of each due date is taken
 * once, however often and on however many instances it runs (`review_notices` is the promise); a run after a
 * standstill takes the highest step alone. A run sees to the first so many organisations.
 */
export async function reviewRecords(ctx: Ctx): Promise<Review> {
  const settings = await findUpkeepSettings(ctx);
  const ids = await findUnreviewed(ctx, settings);
  const isMore = ids.length === ORGANISATIONS_A_RUN;
  const done: Review = { organisations: ids.length, mails: 0, cases: 0, isMore };
  for (const id of ids) {
    const { mails, cases } = await reviewOrganisation(ctx, id, settings);
    done.mails += mails;
    done.cases += cases;
  }
  return done;
}

const nothing = { mails: 0, cases: 0 };

/** A transaction for each, so that no other change waits long. What another instance holds is left to it. */
function reviewOrganisation(
  ctx: Ctx,
  organisationId: string,
  settings: UpkeepSettings,
): Promise<{ mails: number; cases: number }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    if (!(await hold(inside, organisationId))) return nothing;
    const dueBy = addDays(londonDay(ctx.now), settings.warnDaysBefore);
    const records = await findReviewed(inside, { organisationIds: [organisationId], dueBy });
    const steps = await takeSteps(inside, records, settings);
    const { mails, untold } = await remindKeepers(inside, steps.remind);
    const cases = await tellLadder(inside, { lead: steps.lead, team: steps.team, untold });
    if (mails + cases === 0) return nothing;
    const after = { mails, cases };
    await record(inside, { deed: "remind of review", noun: "organisation", nounId: organisationId, after });
    return { mails, cases };
  });
}

async function hold({ db }: Ctx, organisationId: string): Promise<boolean> {
  const held = await db.execute(
    sql`select from organisations where id = ${organisationId} for no key update skip locked`,
  );
  return held.length > 0;
}

/** The highest step of a record is what tells whether it was seen to: the lower ones are marked with it. */
async function findUnreviewed({ db, now }: Ctx, settings: UpkeepSettings): Promise<string[]> {
  const { warnDaysBefore, leadAfterDays, teamAfterDays } = settings;
  const today = sql`${londonDay(now)}::date`;
  const rows = await db.execute<{ id: string }>(sql`
    with reviewed as (
      select o.id as record_id, o.id as organisation_id, o.review_due_on as due_on
      from organisations o
      where o.state in ('live', 'temporarily-closed') and o.review_due_on <= ${today} + ${warnDaysBefore}::int
      union all
      select s.id, s.organisation_id, s.review_due_on
      from services s
      where s.state in ('live', 'temporarily-closed') and s.review_due_on <= ${today} + ${warnDaysBefore}::int),
    waiting as (
      select r.organisation_id from reviewed r
      where not exists (
        select from review_notices n
        where n.record_id = r.record_id and n.due_on = r.due_on and n.step = case
          when ${today} - r.due_on >= ${teamAfterDays}::int then 'team'
          when ${today} - r.due_on >= ${leadAfterDays}::int then 'lead'
          when ${today} >= r.due_on then 'due' else 'warned' end))
    select o.id from organisations o
    where o.state in ('live', 'temporarily-closed') and o.id in (select organisation_id from waiting)
    order by o.id limit ${ORGANISATIONS_A_RUN}`);
  return rows.map(({ id }) => id);
}
