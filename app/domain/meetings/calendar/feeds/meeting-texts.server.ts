import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { FeedAddress } from "#app/domain/calendars/feeds/answer.ts";
import {
  type JoinedTexts,
  joinKeptTexts,
  keepTexts,
  keyOf,
} from "#app/domain/calendars/feeds/kept-texts.server.ts";
import { veventOf } from "#app/domain/calendars/feeds/vevent.ts";
import type { Ctx } from "#app/domain/context.ts";
import { groups } from "#db/schema/groups.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { entryOf, type FeedMeeting } from "./meeting-entry.ts";

/** The texts of public meetings. Feeds are for anybody who has the address, so they hold what anybody may see. */
export function joinMeetings(
  ctx: Ctx,
  address: FeedAddress,
  wanted: (SQL | undefined)[],
  name?: SQL,
): Promise<JoinedTexts> {
  const { id, heldOn, startsAt, feedText, feedKey } = meetings;
  const rows = ctx.db
    .select({
      id,
      heldOn,
      startsAt,
      kept: sql`case when ${feedKey} = ${keyOf(address)} then ${feedText} end`.as("kept"),
      changed: sql`${meetings.updatedAt}`.as("changed"),
    })
    .from(meetings)
    .where(and(eq(meetings.isPublic, true), ...wanted));
  return joinKeptTexts(ctx, {
    ...(name && { name }),
    rows: rows.getSQL(),
    order: sql`r.held_on, r.starts_at, r.id`,
    render: (ids) => renderMeetings(ctx, address, ids),
  });
}

/**
 * Renders and keeps, unless the meeting changed meanwhile. Keeping is not a change of the meeting: neither its
 * record nor its time of change move.
 */
async function renderMeetings(ctx: Ctx, address: FeedAddress, ids: string[]): Promise<Map<string, string>> {
  const found = await findToRender(ctx, ids);
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
function findToRender(ctx: Ctx, ids: string[]): Promise<(FeedMeeting & { version: string })[]> {
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
