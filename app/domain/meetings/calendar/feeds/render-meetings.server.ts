import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { FeedAddress } from "#app/domain/calendars/feeds/answer.ts";
import { keepTexts, keyOf } from "#app/domain/calendars/feeds/kept-texts.server.ts";
import { veventOf } from "#app/domain/calendars/feeds/vevent.ts";
import type { Ctx } from "#app/domain/context.ts";
import { groups } from "#db/schema/groups.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { entryOf, type FeedMeeting } from "./meeting-entry.ts";

/**
 * Renders and keeps, unless the meeting changed meanwhile. Keeping is not a change of the meeting: neither its
 * record nor its time of change move.
 */
export async function renderMeetings(
  ctx: Ctx,
  address: FeedAddress,
  ids: string[],
): Promise<Map<string, string>> {
  const found = await findForFeed(ctx, ids);
  const texts = found.map((meeting) => ({
    ...{ id: meeting.id, version: meeting.version, key: keyOf(address) },
    text: veventOf(entryOf(meeting, address.links)),
  }));
  await keepTexts(ctx, "meetings", texts);
  return new Map(texts.map(({ id, text }) => [id, text]));
}

const other = alias(meetings, "other");

const bodies = sql<string[]>`(
  select coalesce(json_agg(g.name order by mg.position, g.name), '[]')
  from ${meetingGroups} mg join ${groups} g on g.id = mg.group_id where mg.meeting_id = ${meetings.id})`;

/** `version` changes with every change of the row. */
export function findForFeed(ctx: Ctx, ids: string[]): Promise<(FeedMeeting & { version: string })[]> {
  return ctx.db
    .select({
      id: meetings.id,
      title: meetings.title,
      status: meetings.status,
      heldOn: meetings.heldOn,
      startsAt: meetings.startsAt,
      endsAt: meetings.endsAt,
      onRiseOf: other.title,
      location: meetings.location,
      onlineUrl: meetings.onlineUrl,
      agendaState: meetings.agendaState,
      sequence: meetings.sequence,
      createdAt: meetings.createdAt,
      updatedAt: meetings.updatedAt,
      bodies,
      version: sql<string>`${meetings}.xmin::text`,
    })
    .from(meetings)
    .leftJoin(other, and(eq(other.id, meetings.onRiseOfId), eq(other.isPublic, true)))
    .where(inArray(meetings.id, ids));
}
