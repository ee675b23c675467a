import { eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotAllowed } from "#app/domain/errors.ts";
import { findMeeting, type Meeting } from "#app/domain/meetings/find.server.ts";
import { isOn } from "#app/domain/meetings/policy.ts";
import { meetings } from "#db/schema/meetings.ts";
import { takesAnswers, timeOf } from "./answering.ts";
import { hoursOf, mayAnswer } from "./find-attendance.server.ts";
import type { SayWhetherComingInput } from "./inputs.ts";
import { keepAnswer } from "./keep-answer.server.ts";

/**
 * Says whether somebody comes to a meeting; said again, the later answer stands.
 * Throws NotFound, NotAllowed, or Conflict once it is over or called off, or where it has moved since they looked.
 */
export function sayWhetherComing(
  ctx: Ctx,
  meetingId: string,
  { time, ...input }: SayWhetherComingInput,
): Promise<Meeting> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const known = await findMeeting(inside, meetingId);
    const { actor } = ctx;
    const groupIds = known.groups.map(({ id }) => id);
    if (actor.kind !== "person" || !(await mayAnswer(inside, known.id, groupIds)))
      throw new NotAllowed("say whether you come to this meeting: that is for members of the group");
    // It does not move while the answer is kept: the answer names the time that it is about
    await db.select({ id: meetings.id }).from(meetings).where(eq(meetings.id, known.id)).for("share");
    const meeting = await findMeeting(inside, known.id);
    const hours = hoursOf(meeting);
    if (!isOn(meeting)) throw new Conflict("This meeting was called off, so nobody can say that they come.");
    if (!takesAnswers(hours, ctx.now)) throw new Conflict("This meeting is over.");
    if (time && time !== timeOf(hours))
      throw new Conflict(
        "This meeting moved while you were answering. Look at its new time and answer again.",
      );
    await keepAnswer(inside, {
      ...{ meetingId: meeting.id, personId: actor.id, way: "page", ...input },
      ...{ timeAnswered: timeOf(hours), stampedAt: ctx.now },
    });
    return meeting;
  });
}
