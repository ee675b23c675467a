import { and, eq, gte, inArray, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { daysBack, type FeedAddress } from "#app/domain/calendars/feeds/answer.ts";
import {
  daysAgo,
  type JoinedTexts,
  joinAsked,
  joinKeptTexts,
  keepTexts,
  keyOf,
  prepareJoin,
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
): Promise<JoinedTexts> {
  const rows = rowsOf(ctx.db, keyOf(address), wanted);
  return joinKeptTexts(ctx, { rows, order, render: (ids) => renderMeetings(ctx, address, ids) });
}

/** Those of one group, the feed that is asked for most: its question is built once, which takes as long as asking it. */
export function joinMeetingsOfGroup(ctx: Ctx, slug: string, address: FeedAddress): Promise<JoinedTexts> {
  const question = ofGroup.get(ctx.db) ?? prepareOfGroup(ctx.db);
  const days = { usual: daysAgo(ctx, daysBack.usual), calledOff: daysAgo(ctx, daysBack.calledOff) };
  const values = { slug, key: keyOf(address), ...days };
  return joinAsked(question, values, (ids) => renderMeetings(ctx, address, ids));
}

const ofGroup = new WeakMap<Ctx["db"], ReturnType<typeof prepareJoin>>();

function prepareOfGroup(db: Ctx["db"]): ReturnType<typeof prepareJoin> {
  const slug = sql.placeholder("slug");
  const isOfGroup = sql`${meetings.id} in (
    select mg.meeting_id from meeting_groups mg where mg.group_id = (select id from groups where slug = ${slug}))`;
  const recent = recentSince(sql.placeholder("usual"), sql.placeholder("calledOff"));
  const rows = rowsOf(db, sql.placeholder("key"), [isOfGroup, recent]);
  const name = sql`(select name from groups where slug = ${slug})`;
  const question = prepareJoin(db, { rows, order, name });
  ofGroup.set(db, question);
  return question;
}

/** Everything since one day; what was called off, since another. */
export function recentSince(usual: string | Placeholder, calledOff: string | Placeholder): SQL | undefined {
  const stands = sql`${meetings.status} not in ('cancelled', 'withdrawn', 'postponed')`;
  return or(gte(meetings.heldOn, calledOff), and(gte(meetings.heldOn, usual), stands));
}

const order = sql`r.held_on, r.starts_at, r.id`;

function rowsOf(db: Ctx["db"], key: string | Placeholder, wanted: (SQL | undefined)[]): SQL {
  const { id, heldOn, startsAt, feedText, feedKey } = meetings;
  return db
    .select({
      id,
      heldOn,
      startsAt,
      kept: sql`case when ${feedKey} = ${key} then ${feedText} end`.as("kept"),
      changed: sql`${meetings.updatedAt}`.as("changed"),
    })
    .from(meetings)
    .where(and(eq(meetings.isPublic, true), ...wanted))
    .getSQL();
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
