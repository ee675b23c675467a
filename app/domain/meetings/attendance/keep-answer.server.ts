import { and, eq, lte } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { record } from "#app/domain/record.server.ts";
import { meetingAttendances } from "#db/schema/diary/following.ts";
import type { AttendanceAnswer, answerWays } from "#db/vocabulary-diary.ts";

export interface Answer {
  meetingId: string;
  personId: string;
  answer: AttendanceAnswer;
  /** Null where they added nothing and may have before: that stands if the answer does. */
  comment: string | null;
  way: keyof typeof answerWays;
  /** The time of the meeting that it is about. */
  timeAnswered: string;
  /** When they said it: of two answers the later one stands, whichever comes first. */
  stampedAt: Date;
}

/** Keeps what somebody said, with its record; call it last, inside a transaction. Whether it is what stands now. */
export async function keepAnswer(ctx: Ctx, given: Answer): Promise<boolean> {
  const { meetingId, personId, answer, way } = given;
  const theirs = and(eq(meetingAttendances.meetingId, meetingId), eq(meetingAttendances.personId, personId));
  const [before] = await ctx.db.select().from(meetingAttendances).where(theirs).for("update");
  const comment = given.comment ?? (before?.answer === answer ? before.comment : "");
  const said = { answer, way, comment, timeAnswered: given.timeAnswered };
  const stamps = { answeredAt: ctx.now, stampedAt: given.stampedAt };
  const isSame = before && isEqual(before, said);
  const [kept] = await ctx.db
    .insert(meetingAttendances)
    .values({ meetingId, personId, ...said, ...stamps })
    .onConflictDoUpdate({
      target: [meetingAttendances.meetingId, meetingAttendances.personId],
      set: isSame ? { stampedAt: given.stampedAt } : { ...said, ...stamps },
      setWhere: lte(meetingAttendances.stampedAt, given.stampedAt),
    })
    .returning({ meetingId: meetingAttendances.meetingId });
  if (!kept) return false;
  if (isSame) return true;
  await record(ctx, {
    ...{ deed: "say whether coming", noun: "meeting", nounId: meetingId },
    before: before ? { answer: before.answer } : null,
    after: { answer, way },
  });
  return true;
}

type Said = Pick<Answer, "answer" | "timeAnswered"> & { comment: string };

/** The same words, whichever way they came. */
const isEqual = (one: Said, other: Said): boolean =>
  one.answer === other.answer && one.comment === other.comment && one.timeAnswered === other.timeAnswered;
