import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Ctx } from "#app/domain/context.ts";
import { groupFollowers, meetingAttendances, meetingInvitations } from "#db/schema/diary/following.ts";
import { groups } from "#db/schema/groups.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import type { InvitedMeeting } from "./invited-meeting.ts";

const other = alias(meetings, "other");

const bodies = sql<InvitedMeeting["groups"]>`(
  select coalesce(json_agg(json_build_object('id', g.id, 'slug', g.slug, 'name', g.name) order by mg.position, g.name), '[]')
  from ${meetingGroups} mg join ${groups} g on g.id = mg.group_id where mg.meeting_id = ${meetings.id})`;

/** Meetings with all that an invitation says, whoever asks: who is invited may see them. */
export async function findInvitedMeetings(ctx: Ctx, ids: readonly string[]): Promise<InvitedMeeting[]> {
  const rows = await ctx.db
    .select({
      id: meetings.id,
      title: meetings.title,
      status: meetings.status,
      heldOn: meetings.heldOn,
      startsAt: meetings.startsAt,
      endsAt: meetings.endsAt,
      endedAt: meetings.endedAt,
      timeZone: meetings.timeZone,
      onRiseOf: other.title,
      location: meetings.location,
      onlineUrl: meetings.onlineUrl,
      agendaState: meetings.agendaState,
      isPublic: meetings.isPublic,
      sequence: meetings.sequence,
      createdAt: meetings.createdAt,
      updatedAt: meetings.updatedAt,
      groups: bodies,
    })
    .from(meetings)
    .leftJoin(other, and(eq(other.id, meetings.onRiseOfId), eq(other.isPublic, true)))
    .where(inArray(meetings.id, [...ids]))
    .orderBy(meetings.heldOn, meetings.startsAt, meetings.id);
  return rows.map((row) => ({ ...row, bodies: row.groups.map(({ name }) => name) }));
}

/** Who follows for invitations, by meeting and group; nobody stops following while this transaction lasts. */
export function lockFollowers(ctx: Ctx, meetingIds: readonly string[], personId: string | undefined) {
  return ctx.db
    .select({
      meetingId: meetingGroups.meetingId,
      groupId: groupFollowers.groupId,
      personId: groupFollowers.personId,
    })
    .from(groupFollowers)
    .innerJoin(meetingGroups, eq(meetingGroups.groupId, groupFollowers.groupId))
    .where(
      and(
        eq(groupFollowers.kind, "invitations"),
        inArray(meetingGroups.meetingId, [...meetingIds]),
        personId === undefined ? undefined : eq(groupFollowers.personId, personId),
      ),
    )
    .orderBy(groupFollowers.groupId, groupFollowers.personId, meetingGroups.meetingId)
    .for("share", { of: groupFollowers });
}

/** The invitations that went out to these meetings. */
export function findInvitations(ctx: Ctx, meetingIds: readonly string[], personId: string | undefined) {
  return ctx.db
    .select({
      meetingId: meetingInvitations.meetingId,
      personId: meetingInvitations.personId,
      told: meetingInvitations.told,
      timeTold: meetingInvitations.timeTold,
      timeSequence: meetingInvitations.timeSequence,
      cancelledAt: meetingInvitations.cancelledAt,
    })
    .from(meetingInvitations)
    .where(
      and(
        inArray(meetingInvitations.meetingId, [...meetingIds]),
        personId === undefined ? undefined : eq(meetingInvitations.personId, personId),
      ),
    );
}

/** What people said of these meetings already. */
export function findAnswers(ctx: Ctx, meetingIds: readonly string[]) {
  const { meetingId, personId, answer, timeAnswered } = meetingAttendances;
  return ctx.db
    .select({ meetingId, personId, answer, timeAnswered })
    .from(meetingAttendances)
    .where(inArray(meetingId, [...meetingIds]));
}
