import { and, asc, count, eq, isNull } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { findMemberships } from "#app/domain/groups/memberships.server.ts";
import type { Meeting } from "#app/domain/meetings/find.server.ts";
import { findConveners } from "#app/domain/meetings/find-conveners.server.ts";
import { mayAnswerInvitation, maySeeWhoComes } from "#app/domain/meetings/policy.ts";
import { people } from "#db/schema/accounts.ts";
import { meetingAttendances, meetingInvitations } from "#db/schema/diary/following.ts";
import type { AttendanceAnswer } from "#db/vocabulary-diary.ts";
import { type MeetingHours, takesAnswers, timeOf } from "./answering.ts";

export interface SaidAnswer {
  answer: AttendanceAnswer;
  comment: string;
  /** Said of another time: the meeting has moved since. */
  isOld: boolean;
}

/** Who comes to a meeting, as far as the actor may know. */
export interface Attendance {
  /** They belong to it, so they may answer while it takes answers, and see how many come. */
  isInvited: boolean;
  takesAnswers: boolean;
  /** What a form is to name, so that an answer is about the time that was shown. */
  time: string;
  mine: SaidAnswer | null;
  /** Answers to the time it has now. Null for those who may not know. */
  counts: Record<AttendanceAnswer, number> | null;
  /** By name, for those who run a group of it; null for all others. */
  people: (SaidAnswer & { name: string; answeredAt: string })[] | null;
}

/** What the actor may know of who comes to a meeting that they may see; null for those who have no part in it. */
export async function findAttendance(ctx: Ctx, meeting: Meeting): Promise<Attendance | null> {
  if (ctx.actor.kind !== "person") return null;
  const ids = meeting.groups.map(({ id }) => id);
  const isInvited = await mayAnswer(ctx, meeting.id, ids);
  const seesNames = maySeeWhoComes(ctx.actor, await findConveners(ctx, meeting.id));
  if (!isInvited && !seesNames) return null;
  const hours = hoursOf(meeting);
  const time = timeOf(hours);
  return {
    isInvited,
    takesAnswers: takesAnswers(hours, ctx.now),
    time,
    mine: await findMine(ctx, meeting.id, ctx.actor.id, time),
    counts: await countAnswers(ctx, meeting.id, time),
    people: seesNames ? await findPeople(ctx, meeting.id, time) : null,
  };
}

/** Whether the actor may say that they come: a member of one of the groups, or somebody invited before. */
export async function mayAnswer(ctx: Ctx, meetingId: string, groupIds: readonly string[]): Promise<boolean> {
  if (ctx.actor.kind !== "person") return false;
  const { id } = ctx.actor;
  const { personId, cancelledAt } = meetingInvitations;
  const [invited] = await ctx.db
    .select({ id: meetingInvitations.id })
    .from(meetingInvitations)
    .where(and(eq(meetingInvitations.meetingId, meetingId), eq(personId, id), isNull(cancelledAt)));
  const groups = await findMemberships(ctx, groupIds);
  return mayAnswerInvitation(ctx.actor, { groups, isInvited: invited !== undefined });
}

export function hoursOf({ status, heldOn, start, end, endedAt }: Meeting): MeetingHours {
  const [startsAt, endsAt, ended] = [start, end, endedAt].map((at) => (at ? new Date(at) : null));
  return { status, heldOn, startsAt: startsAt ?? null, endsAt: endsAt ?? null, endedAt: ended ?? null };
}

async function findMine(ctx: Ctx, meetingId: string, personId: string, time: string) {
  const { answer, comment, timeAnswered } = meetingAttendances;
  const [row] = await ctx.db
    .select({ answer, comment, timeAnswered })
    .from(meetingAttendances)
    .where(and(eq(meetingAttendances.meetingId, meetingId), eq(meetingAttendances.personId, personId)));
  return row ? { answer: row.answer, comment: row.comment, isOld: row.timeAnswered !== time } : null;
}

async function countAnswers(ctx: Ctx, meetingId: string, time: string) {
  const rows = await ctx.db
    .select({ answer: meetingAttendances.answer, count: count() })
    .from(meetingAttendances)
    .where(and(eq(meetingAttendances.meetingId, meetingId), eq(meetingAttendances.timeAnswered, time)))
    .groupBy(meetingAttendances.answer);
  const of = (answer: AttendanceAnswer) => rows.find((row) => row.answer === answer)?.count ?? 0;
  return { accepted: of("accepted"), tentative: of("tentative"), declined: of("declined") };
}

async function findPeople(ctx: Ctx, meetingId: string, time: string) {
  const { answer, comment, timeAnswered, answeredAt } = meetingAttendances;
  const rows = await ctx.db
    .select({ name: people.name, answer, comment, timeAnswered, answeredAt })
    .from(meetingAttendances)
    .innerJoin(people, eq(people.id, meetingAttendances.personId))
    .where(eq(meetingAttendances.meetingId, meetingId))
    .orderBy(asc(people.name), asc(people.id));
  return rows.map(({ timeAnswered: of, answeredAt: at, ...row }) => ({
    ...row,
    isOld: of !== time,
    answeredAt: at.toISOString(),
  }));
}
