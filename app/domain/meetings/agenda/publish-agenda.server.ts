import { eq, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotAllowed } from "#app/domain/errors.ts";
import { findMeeting, type Meeting } from "#app/domain/meetings/find.server.ts";
import { findConveners } from "#app/domain/meetings/find-conveners.server.ts";
import { isFirm, isOn, mayPublishAgenda } from "#app/domain/meetings/policy.ts";
import { record } from "#app/domain/record.server.ts";
import { meetings } from "#db/schema/meetings.ts";
import { findAgenda } from "./find-agenda.server.ts";
import { lockGroups } from "./refresh-agendas.server.ts";

/**
 * Makes a draft agenda public; what is raised later goes to the next meeting.
 * Throws NotFound, NotAllowed, or Conflict when there is no draft to publish.
 */
export function publishAgenda(ctx: Ctx, meetingId: string): Promise<Meeting> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const known = await findMeeting(inside, meetingId);
    await lockGroups(
      inside,
      known.groups.map(({ id }) => id),
    );
    await db.select({ id: meetings.id }).from(meetings).where(eq(meetings.id, known.id)).for("no key update");
    const meeting = await findMeeting(inside, known.id);
    if (!mayPublishAgenda(ctx.actor, await findConveners(inside, meeting.id)))
      throw new NotAllowed("publish this agenda");
    if (!isOn(meeting)) throw new Conflict("This meeting was called off, so its agenda cannot be published.");
    if (!isFirm(meeting))
      throw new Conflict(
        "This meeting is provisional: its agenda can be published once its date is confirmed.",
      );
    if (meeting.agendaState === "published") throw new Conflict("This agenda is published already.");
    if ((await findAgenda(inside, meeting)).length === 0)
      throw new Conflict("There is nothing on this agenda to publish yet.");
    await db
      .update(meetings)
      .set({
        agendaState: "published",
        agendaPublishedAt: ctx.now,
        sequence: sql`${meetings.sequence} + 1`,
        updatedAt: ctx.now,
      })
      .where(eq(meetings.id, meetingId));
    const [before, after] = [{ agendaState: meeting.agendaState }, { agendaState: "published" }];
    await record(inside, { deed: "publish agenda", noun: "meeting", nounId: meetingId, before, after });
    return { ...meeting, agendaState: "published" };
  });
}
