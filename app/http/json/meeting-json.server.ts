import type { AgendaItem } from "#app/domain/meetings/agenda/find-agenda.server.ts";
import type { Meeting } from "#app/domain/meetings/find.server.ts";
import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";

/** A meeting as the machine doors tell it (documented on /about/api). Addresses are whole. */
export function meetingJson(meeting: Meeting) {
  const origin = env.PUBLIC_URL;
  const { id, title, start, end, timeZone, location, onlineUrl, status } = meeting;
  return {
    id,
    url: origin + paths.meeting(id),
    title,
    groups: meeting.groups.map(({ slug, name, kind }) => ({ slug, name, kind })),
    start,
    end,
    date: meeting.heldOn,
    onRiseOf: meeting.onRiseOf?.id ?? null,
    timeZone,
    location,
    onlineUrl,
    status,
    agendaUrl: meeting.agendaState === "published" ? origin + paths.agenda(id) : null,
  };
}

export function agendaItemJson({ number, title, lead, marks, page, origin }: AgendaItem) {
  return { number, title, lead, marks, page, origin };
}
