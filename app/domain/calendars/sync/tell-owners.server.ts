import { and, eq, gt, sql } from "drizzle-orm";
import { brokenLetter, healedLetter, heldLetter } from "#app/domain/calendars/letters.ts";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import type { Letter } from "#app/domain/mail/letter.ts";
import { type Addressee, post } from "#app/domain/mail/post.server.ts";
import { dayInWords } from "#app/domain/upkeep/day-in-words.ts";
import { changes } from "#db/schema/accounts.ts";
import { calendarClocks } from "#db/schema/diary/syncs.ts";
import type { HoldReason } from "#db/vocabulary-diary.ts";
import type { Failure } from "./failure.server.ts";
import type { Hold } from "./holds.server.ts";
import type { Calendar } from "./keep-connection.server.ts";

/** A website may be away for an hour: nobody is told before it has failed this often in a row. */
const failuresBeforeTelling = 3;

/** What the clock says of a calendar after a run. */
interface Told {
  failures: number;
  toldAt: Date | null;
}

/** Tells once that a calendar cannot be read, after the third failure in a row. */
export async function tellOfFailure(
  ctx: Ctx,
  calendar: Calendar,
  { problem, kind }: Failure,
  { failures, toldAt }: Told,
): Promise<void> {
  if (failures < failuresBeforeTelling || toldAt !== null) return;
  const since = dayOf(calendar.problemSince ?? ctx.now);
  await tell(ctx, calendar, brokenLetter(aboutOf(calendar), { problem, kind, since }));
  await setTold(ctx, calendar.id, ctx.now);
}

/** Tells once that it works again, if anybody was told that it did not. */
export async function tellOfHealing(
  ctx: Ctx,
  calendar: Calendar,
  { toldAt }: Pick<Told, "toldAt">,
): Promise<void> {
  if (toldAt === null) return;
  await tell(ctx, calendar, healedLetter(aboutOf(calendar), dayOf(calendar.problemSince ?? toldAt)));
  await setTold(ctx, calendar.id, null);
}

/** Nobody is told twice within this time that a calendar holds nothing. */
const patience = 6 * 3_600_000;

/**
 * Asks once for as long as something is held, however often its text changes: a calendar that is being mended would
 * else write at each step. Only where it goes on to hold nothing, which is believed by itself, is that told as well.
 * Call it before `hold`, what was held until now, is another.
 */
export async function tellOfHold(
  ctx: Ctx,
  calendar: Calendar,
  question: { reason: HoldReason; vanishing: number; ofToCome: number },
  hold: Pick<Hold, "reason" | "confirmedAt"> | null,
): Promise<void> {
  const isAsked = hold !== null && hold.confirmedAt === null;
  const isWorse = question.reason === "emptied" && hold?.reason === "halved";
  if (isAsked && !(isWorse && !(await wasEmptied(ctx, calendar.id)))) return;
  await tell(ctx, calendar, heldLetter(aboutOf(calendar), question));
}

/** Whether it held nothing a short while ago, which was told then. */
async function wasEmptied({ db, now }: Ctx, calendarId: string): Promise<boolean> {
  const isLately = gt(changes.at, new Date(now.getTime() - patience));
  const isOfIt = and(eq(changes.noun, "calendar"), eq(changes.nounId, calendarId));
  const isEmptied = and(eq(changes.deed, "hold reading"), sql`${changes.after} ->> 'reason' = 'emptied'`);
  return (await db.$count(changes, and(isOfIt, isLately, isEmptied))) > 0;
}

const aboutOf = ({ id, name }: Calendar) => ({ calendarId: id, name });

const dayOf = (at: Date): string => dayInWords(londonDay(at));

async function setTold({ db }: Ctx, calendarId: string, toldAt: Date | null): Promise<void> {
  await db.update(calendarClocks).set({ toldAt }).where(eq(calendarClocks.calendarId, calendarId));
}

async function tell(ctx: Ctx, calendar: Calendar, letter: Letter): Promise<void> {
  for (const to of await findKeepers(ctx, calendar)) await post(ctx, to, letter, { recordId: calendar.id });
}

/** Who connected it, if they still keep it; else who runs its groups or owns its organisation; else the team. */
async function findKeepers(ctx: Ctx, { id, connectedById, organisationId }: Calendar): Promise<Addressee[]> {
  const now = ctx.now.toISOString();
  const rows = await ctx.db.execute<{ personId: string; email: string; rank: number }>(sql`
    select p.id as "personId", p.email,
      min(case when r.role = 'administrator' and p.id is distinct from ${connectedById}::uuid then 2
        when p.id = ${connectedById}::uuid then 0 else 1 end) as rank
    from role_grants r join people p on p.id = r.person_id and p.erased_at is null
    where r.granted_at <= ${now} and (r.ended_at is null or r.ended_at > ${now})
      and (r.role = 'administrator'
        or (r.role in ('group-lead', 'secretariat')
          and r.scope_id in (select group_id from calendar_groups where calendar_id = ${id}))
        or (r.scope_id = ${organisationId}::uuid
          and (r.role = 'organisation-owner' or (r.role = 'organisation-editor' and p.id = ${connectedById}::uuid))))
    group by p.id, p.email order by rank, p.email`);
  return rows
    .filter(({ rank }) => rank === rows[0]?.rank)
    .map(({ personId, email }) => ({ personId, email }));
}
