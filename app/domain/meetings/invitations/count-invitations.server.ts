import { and, eq, gt, inArray, sql } from "drizzle-orm";
import type { Ctx, Person } from "#app/domain/context.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { findInvitations, findInvitedMeetings } from "./find-invited.server.ts";
import { isCancel, lastDayAhead, newsFor } from "./invited-meeting.ts";
import { findToCome } from "./send-invitations.server.ts";
import { findWantedBy } from "./tell-invited.server.ts";

/** How many mails a choice brings at once: calendars understand one meeting a mail. */
export interface MailsAtOnce {
  /** Invitations that come with beginning, and meetings that follow as they come near. */
  begin: number;
  later: number;
  /** Mails that take meetings out of the calendar again, with stopping. */
  stop: number;
}

/** What beginning or stopping to get a group's meetings as invitations would send to the actor now. */
export async function countInvitations(ctx: Ctx & { actor: Person }, groupId: string): Promise<MailsAtOnce> {
  const { id: personId } = ctx.actor;
  const near = await findToCome(ctx, groupId);
  const invited = await findToCome(ctx, groupId, personId);
  const ids = [...new Set([...near, ...invited])];
  const wanted = await findWantedBy(ctx, ids, { personId, exceptGroupId: groupId });
  const told = new Map((await findInvitations(ctx, ids, personId)).map((row) => [row.meetingId, row]));
  let [begin, stop] = [0, 0];
  for (const meeting of await findInvitedMeetings(ctx, ids)) {
    const before = told.get(meeting.id);
    const newsIf = (isWanted: boolean) => newsFor(meeting, before, { isWanted, now: ctx.now });
    if (newsIf(true) === "new") begin += 1;
    const stopped = newsIf(wanted.has(`${meeting.id} ${personId}`));
    if (stopped && isCancel(stopped)) stop += 1;
  }
  return { begin, later: await countLater(ctx, groupId), stop };
}

async function countLater({ db, now }: Ctx, groupId: string): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(meetings)
    .innerJoin(meetingGroups, eq(meetingGroups.meetingId, meetings.id))
    .where(
      and(
        eq(meetingGroups.groupId, groupId),
        eq(meetings.isPublic, true),
        inArray(meetings.status, ["planned", "tentative"]),
        gt(meetings.heldOn, lastDayAhead(now)),
      ),
    );
  return row?.count ?? 0;
}
