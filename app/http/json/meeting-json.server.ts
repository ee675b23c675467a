import { json } from "@remix-run/node";
import type { AgendaItem } from "#app/domain/meetings/agenda/find-agenda.server.ts";
import type { Meeting } from "#app/domain/meetings/find.server.ts";
import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";

/** A meeting as the machine doors tell it (documented on /about/api). Addresses are whole. */
export function meetingJson(meeting: Meeting) {
  const origin = env.PUBLIC_URL;
  const { id, title, start, end, movedFrom, timeZone, location, onlineUrl, status } = meeting;
  return {
    id,
    url: origin + paths.meeting(id),
    title,
    groups: meeting.groups.map(({ slug, name, kind }) => ({ slug, name, kind })),
    start,
    end,
    date: meeting.heldOn,
    movedFrom,
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

export const MOST_MEETINGS = 500;

/** Meetings in order; where there are too many for one answer it ends with a whole day, and a Link leads on (RFC 8288). */
export function meetingsReply(
  meetings: readonly Meeting[],
  query: { group?: string | undefined; place?: string | undefined; to?: string | undefined },
): Response {
  const headers = new Headers();
  const from = meetings[MOST_MEETINGS]?.heldOn;
  const shown = from === undefined ? meetings : meetings.filter(({ heldOn }) => heldOn < from);
  if (from !== undefined) {
    headers.set("Link", `<${env.PUBLIC_URL}${paths.api.meetings({ ...query, from })}>; rel="next"`);
  }
  return json({ meetings: shown.map(meetingJson) }, { headers });
}
