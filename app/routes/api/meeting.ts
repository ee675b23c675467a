import { findAgenda } from "#app/domain/meetings/agenda/find-agenda.server.ts";
import { findMeeting } from "#app/domain/meetings/find.server.ts";
import { apiClient } from "#app/http/gates.server.ts";
import { agendaItemJson, meetingJson } from "#app/http/json/meeting-json.server.ts";

export const loader = apiClient(async (ctx, { params }) => {
  const meeting = await findMeeting(ctx, params.id ?? "");
  const agenda = await findAgenda(ctx, meeting);
  return { meeting: { ...meetingJson(meeting), agenda: agenda.map(agendaItemJson) } };
});
