import { findMeetings } from "#app/domain/meetings/find.server.ts";
import { MeetingQuery } from "#app/domain/meetings/inputs.ts";
import { apiClient } from "#app/http/gates.server.ts";
import { MOST_MEETINGS, meetingsReply } from "#app/http/json/meeting-json.server.ts";
import { readQuery } from "#app/http/query.server.ts";

export const loader = apiClient(async (ctx, { url }) => {
  const { group, place, from, to } = readQuery(url, MeetingQuery);
  const meetings = await findMeetings(ctx, { group, place, from, to, limit: MOST_MEETINGS + 1 });
  return meetingsReply(meetings, { group, place, to });
});
