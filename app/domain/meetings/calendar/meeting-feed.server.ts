import { createHash } from "node:crypto";
import { and, asc, eq, exists, gte, inArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { feedOf, veventOf } from "#app/domain/calendars/feed.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { groupsOfPlace } from "#app/domain/meetings/find.server.ts";
import { groups } from "#db/schema/groups.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { places } from "#db/schema/places.ts";
import { entryOf, type FeedMeeting, type MeetingLinks } from "./feed-entry.ts";

/** A whole feed as text, with a mark that changes when the text does. */
export interface MeetingFeed {
  text: string;
  etag: string;
  /** The file that it is saved as. */
  fileName: string;
}

export interface FeedAddress {
  /** The whole address of the feed itself. */
  self: string;
  links: MeetingLinks;
}

/** Everything a year back and all to come; what was called off is kept for 30 days (calendar case 76). */
const daysBack = { usual: 365, calledOff: 30 };
const dayMs = 86_400_000;

/** The public meetings of a group. Throws NotFound. */
export async function groupFeed(ctx: Ctx, slug: string, address: FeedAddress): Promise<MeetingFeed> {
  const [group] = await ctx.db.select().from(groups).where(eq(groups.slug, slug));
  if (!group) throw new NotFound(`a group called “${slug}”`);
  const found = await findForFeed(ctx, [ofGroups(ctx, [group.id]), recent(ctx)]);
  return joined(ctx, { name: group.name, fileName: slug }, found, address);
}

/** The public meetings of a place's own groups, and of no other's. Throws NotFound. */
export async function placeFeed(ctx: Ctx, slug: string, address: FeedAddress): Promise<MeetingFeed> {
  const [place] = await ctx.db.select({ name: places.name }).from(places).where(eq(places.slug, slug));
  if (!place) throw new NotFound(`a place called “${slug}”`);
  const found = await findForFeed(ctx, [ofGroups(ctx, await groupsOfPlace(ctx, slug)), recent(ctx)]);
  return joined(ctx, { name: `Meetings in ${place.name}`, fileName: slug }, found, address);
}

/** One public meeting. Throws NotFound. */
export async function oneMeetingFeed(ctx: Ctx, id: string, address: FeedAddress): Promise<MeetingFeed> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
  const found = isId ? await findForFeed(ctx, [eq(meetings.id, id)]) : [];
  const [meeting] = found;
  if (!meeting) throw new NotFound("that meeting");
  return joined(ctx, { name: meeting.title, fileName: `meeting-${meeting.heldOn}` }, found, address);
}

const other = alias(meetings, "other");

const bodies = sql<string[]>`(
  select coalesce(json_agg(g.name order by mg.position, g.name), '[]')
  from ${meetingGroups} mg join ${groups} g on g.id = mg.group_id where mg.meeting_id = ${meetings.id})`;

type Row = FeedMeeting & { feedText: string | null; feedKey: string | null };

/** Feeds are for anybody who has the address, so they hold what anybody may see, whoever asks. */
function findForFeed(ctx: Ctx, wanted: (SQL | undefined)[]): Promise<Row[]> {
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
      feedText: meetings.feedText,
      feedKey: meetings.feedKey,
      bodies,
    })
    .from(meetings)
    .leftJoin(other, and(eq(other.id, meetings.onRiseOfId), eq(other.isPublic, true)))
    .where(and(eq(meetings.isPublic, true), ...wanted))
    .orderBy(asc(meetings.heldOn), asc(meetings.startsAt), asc(meetings.id));
}

function ofGroups(ctx: Ctx, ids: string[]): SQL {
  if (ids.length === 0) return sql`false`;
  const links = ctx.db
    .select({ one: sql`1` })
    .from(meetingGroups)
    .where(and(eq(meetingGroups.meetingId, meetings.id), inArray(meetingGroups.groupId, ids)));
  return exists(links);
}

function recent(ctx: Ctx): SQL | undefined {
  const since = (days: number) => gte(meetings.heldOn, londonDay(new Date(ctx.now.getTime() - days * dayMs)));
  const stands = sql`${meetings.status} not in ('cancelled', 'withdrawn', 'postponed')`;
  return or(since(daysBack.calledOff), and(since(daysBack.usual), stands));
}

/** Rendering costs a millisecond or two a meeting, so each text is kept until what it shows changes. */
async function joined(
  ctx: Ctx,
  about: { name: string; fileName: string },
  rows: Row[],
  { self, links }: FeedAddress,
): Promise<MeetingFeed> {
  const stale: { id: string; feedText: string; feedKey: string }[] = [];
  const texts = rows.map((row) => {
    const entry = entryOf(row, links);
    // Not the time of change: what a feed does not show may change without it.
    const feedKey = digest(JSON.stringify({ ...entry, changedAt: null }));
    if (row.feedText !== null && row.feedKey === feedKey) return row.feedText;
    const feedText = veventOf(entry);
    stale.push({ id: row.id, feedText, feedKey });
    return feedText;
  });
  await keepTexts(ctx, stale);
  const text = feedOf({ name: about.name, url: self }, texts);
  return { text, etag: `"${digest(text)}"`, fileName: `${about.fileName}.ics` };
}

/** Not a change of the meeting: neither its record nor its time of change move. */
async function keepTexts(
  ctx: Ctx,
  stale: { id: string; feedText: string; feedKey: string }[],
): Promise<void> {
  if (stale.length === 0) return;
  const rows = sql.join(
    stale.map(({ id, feedText, feedKey }) => sql`(${id}::uuid, ${feedText}::text, ${feedKey}::text)`),
    sql`, `,
  );
  await ctx.db.execute(
    sql`update ${meetings} set feed_text = made.feed_text, feed_key = made.feed_key
        from (values ${rows}) as made (id, feed_text, feed_key) where ${meetings.id} = made.id`,
  );
}

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);
