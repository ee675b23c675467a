import { findMeetings } from "#app/domain/meetings/find.server.ts";
import { MeetingQuery } from "#app/domain/meetings/inputs.ts";
import { apiClient } from "#app/http/gates.server.ts";
import { meetingJson } from "#app/http/json/meeting-json.server.ts";
import { readQuery } from "#app/http/query.server.ts";

/** At most this many in one answer; ask for a shorter span for the rest. */
const MOST = 500;

export const loader = apiClient(async (ctx, { url }) => {
  const { group, place, from, to } = readQuery(url, MeetingQuery);
  const meetings = await findMeetings(ctx, { group, place, from, to, limit: MOST });
  return { meetings: meetings.map(meetingJson) };
});
