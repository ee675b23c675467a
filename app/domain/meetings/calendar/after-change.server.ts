import type { Ctx } from "#app/domain/context.ts";
import { inParts } from "#app/domain/in-parts.ts";
import { tellFollowers } from "#app/domain/meetings/following/tell-followers.server.ts";
import { sendInvitations } from "#app/domain/meetings/invitations/send-invitations.server.ts";
import type { MeetingNews } from "./meeting-news.ts";

/**
 * Tells whoever wants to know what a run changed about meetings: invitations, and one mail to each follower.
 * Call it inside the run's transaction, before agendas let go of what was raised and before the record.
 */
export async function tellOfMeetings(ctx: Ctx, news: readonly MeetingNews[]): Promise<void> {
  if (news.length === 0) return;
  const ids = [...new Set(news.map(({ meetingId }) => meetingId))];
  for (const part of inParts(ids)) await sendInvitations(ctx, part);
  await tellFollowers(ctx, news);
}
