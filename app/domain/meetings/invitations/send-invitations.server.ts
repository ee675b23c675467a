import { and, eq, exists, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { queueJobs } from "#app/domain/queue.server.ts";
import { configuredOrganiser, type Organiser } from "#app/gateways/organiser.server.ts";
import { groupFollowers, meetingInvitations } from "#db/schema/diary/following.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { lastDayAhead } from "./invited-meeting.ts";
import { tellInvited } from "./tell-invited.server.ts";

/**
 * Has those told who want these meetings as invitations. Call it inside the transaction of the change: a job for each
 * meeting that somebody is to hear of stands or falls with it, so a run of a calendar does not wait for hundreds of mails.
 */
export async function sendInvitations(ctx: Ctx, meetingIds: readonly string[]): Promise<void> {
  if (meetingIds.length === 0) return;
  const isNear = lte(meetings.heldOn, lastDayAhead(ctx.now));
  const rows = await ctx.db
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(inArray(meetings.id, [...meetingIds]), or(and(isNear, isFollowed(ctx)), isInvited(ctx))))
    .orderBy(meetings.heldOn, meetings.id);
  await queueJobs(
    ctx,
    "send-invitations",
    rows.map(({ id }) => ({ payload: { id }, key: `invitations ${id}` })),
  );
}

/** Tells whoever is to hear of these meetings what is new about them. */
export function inviteTo(
  ctx: Ctx,
  meetingIds: readonly string[],
  organiser: Organiser = configuredOrganiser(),
): Promise<void> {
  return ctx.db.transaction((db) => tellInvited({ ...ctx, db }, meetingIds, {}, organiser));
}

export interface Following {
  groupId: string;
  personId: string;
}

/**
 * Sends the meetings to come of a group to somebody who follows it for invitations from now on.
 * Call it inside a transaction, after the row is there.
 */
export async function beginInvitations(
  ctx: Ctx,
  { groupId, personId }: Following,
  organiser: Organiser = configuredOrganiser(),
): Promise<void> {
  await tellInvited(ctx, await findToCome(ctx, groupId), { personId }, organiser);
}

/**
 * Takes back the invitations of somebody who no longer wants a group's, or may not have them any more, save where
 * another group of theirs still invites them. Call it inside a transaction.
 */
export async function endInvitations(
  ctx: Ctx,
  { groupId, personId }: Following,
  organiser: Organiser = configuredOrganiser(),
): Promise<void> {
  const ids = await findToCome(ctx, groupId, personId);
  await tellInvited(ctx, ids, { personId, exceptGroupId: groupId }, organiser);
}

/** The meetings to come of a group that are near; where a person is named, those that they are invited to, however far. */
export async function findToCome(ctx: Ctx, groupId: string, invited?: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: meetings.id })
    .from(meetings)
    .innerJoin(
      meetingGroups,
      and(eq(meetingGroups.meetingId, meetings.id), eq(meetingGroups.groupId, groupId)),
    )
    .where(
      and(
        gte(meetings.heldOn, londonDay(ctx.now)),
        invited === undefined ? lte(meetings.heldOn, lastDayAhead(ctx.now)) : isInvited(ctx, invited),
      ),
    )
    .orderBy(meetings.heldOn, meetings.id);
  return rows.map(({ id }) => id);
}

function isInvited(ctx: Ctx, personId?: string) {
  const live = and(eq(meetingInvitations.meetingId, meetings.id), isNull(meetingInvitations.cancelledAt));
  return exists(
    ctx.db
      .select({ one: sql`1` })
      .from(meetingInvitations)
      .where(and(live, personId === undefined ? undefined : eq(meetingInvitations.personId, personId))),
  );
}

/** Somebody wants the meetings of a group of this one as invitations. */
function isFollowed(ctx: Ctx) {
  const wants = and(eq(meetingGroups.meetingId, meetings.id), eq(groupFollowers.kind, "invitations"));
  return exists(
    ctx.db
      .select({ one: sql`1` })
      .from(meetingGroups)
      .innerJoin(groupFollowers, eq(groupFollowers.groupId, meetingGroups.groupId))
      .where(wants),
  );
}

/**
 * What no verb sees, by the clock: meetings that have come near, and people who no longer belong to a group. Each
 * meeting is a transaction of its own. Twice is as good as once.
 */
export async function refreshInvitations(
  ctx: Ctx,
  organiser: Organiser = configuredOrganiser(),
): Promise<void> {
  const isNear = lte(meetings.heldOn, lastDayAhead(ctx.now));
  const rows = await ctx.db
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(gte(meetings.heldOn, londonDay(ctx.now)), or(and(isNear, isFollowed(ctx)), isInvited(ctx))))
    .orderBy(meetings.heldOn, meetings.id);
  for (const { id } of rows) await inviteTo(ctx, [id], organiser);
}
