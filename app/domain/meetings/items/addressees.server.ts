import type { Ctx } from "#app/domain/context.ts";
import { NotAllowed } from "#app/domain/errors.ts";
import { findOpenMeetings, type OpenMeeting } from "#app/domain/meetings/agenda/open-meeting.server.ts";
import { findMeeting, type Meeting } from "#app/domain/meetings/find.server.ts";
import { mayRaiseItem } from "#app/domain/meetings/policy.ts";
import { findAddressees } from "./find-items.server.ts";

/** A board or partnership that an item may be for, and the meeting it would come to. */
export interface Addressee {
  id: string;
  name: string;
  next: OpenMeeting | null;
}

/** What the form for raising an item offers. Throws NotFound, or NotAllowed for those who may not raise one. */
export async function findChoicesForItem(
  ctx: Ctx,
  meetingId: string,
): Promise<{ meeting: Meeting; addressees: Addressee[] }> {
  const meeting = await findMeeting(ctx, meetingId);
  const mine = meeting.groups.map(({ id }) => id).filter((id) => mayRaiseItem(ctx.actor, [id]));
  if (mine.length === 0) throw new NotAllowed("raise an item at this meeting");
  const fed = await findAddressees(ctx, mine);
  const open = await findOpenMeetings(
    ctx,
    fed.map(({ id }) => id),
  );
  return { meeting, addressees: fed.map(({ id, name }) => ({ id, name, next: open.get(id) ?? null })) };
}
