import { createHash } from "node:crypto";
import { and, asc, eq, exists, gte, inArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { feedOf } from "#app/domain/calendars/feeds/feed.ts";
import { veventOf } from "#app/domain/calendars/feeds/vevent.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
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
  const found = await findForFeed(ctx, [ofGroups(ctx, [group.id]), recent(ctx)], address);
  return joined(ctx, { name: group.name, fileName: slug }, found, address);
}

/** The public meetings of a place's own groups, and of no other's. Throws NotFound. */
export async function placeFeed(ctx: Ctx, slug: string, address: FeedAddress): Promise<MeetingFeed> {
  const [place] = await ctx.db.select({ name: places.name }).from(places).where(eq(places.slug, slug));
  if (!place) throw new NotFound(`a place called “${slug}”`);
  const found = await findForFeed(ctx, [ofGroups(ctx, await groupsOfPlace(ctx, slug)), recent(ctx)], address);
  return joined(ctx, { name: `Meetings in ${place.name}`, fileName: slug }, found, address);
}

/** One public meeting. Throws NotFound. */
export async function oneMeetingFeed(ctx: Ctx, id: string, address: FeedAddress): Promise<MeetingFeed> {
  const found = isId(id) ? await findForFeed(ctx, [eq(meetings.id, id)], address) : [];
  const [meeting] = found;
  if (!meeting) throw new NotFound("that meeting");
  return joined(ctx, { name: meeting.title, fileName: `meeting-${meeting.heldOn}` }, found, address);
}

const other = alias(meetings, "other");

const bodies = sql<string[]>`(
  select coalesce(json_agg(g.name order by mg.position, g.name), '[]')
  from ${meetingGroups} mg join ${groups} g on g.id = mg.group_id where mg.meeting_id = ${meetings.id})`;

/** A meeting's kept text, if it is still what a feed shows; `version` changes with every change of the row. */
interface KeptText {
  id: string;
  title: string;
  heldOn: string;
  feedText: string | null;
  version: string;
}

/** Feeds are for anybody who has the address, so they hold what anybody may see, whoever asks. */
function findForFeed(ctx: Ctx, wanted: (SQL | undefined)[], address: FeedAddress): Promise<KeptText[]> {
  const { id, title, heldOn, startsAt, feedText, feedKey } = meetings;
  return ctx.db
    .select({
      id,
      title,
      heldOn,
      feedText: sql<string | null>`case when ${feedKey} = ${keyOf(address)} then ${feedText} end`,
      version: sql<string>`${meetings}.xmin::text`,
    })
    .from(meetings)
    .where(and(eq(meetings.isPublic, true), ...wanted))
    .orderBy(asc(heldOn), asc(startsAt), asc(id));
}

function findToRender(ctx: Ctx, ids: string[]): Promise<FeedMeeting[]> {
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
    })
    .from(meetings)
    .leftJoin(other, and(eq(other.id, meetings.onRiseOfId), eq(other.isPublic, true)))
    .where(inArray(meetings.id, ids));
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

/**
 * Rendering costs a millisecond or two a meeting, so each text is kept. The database forgets it when something that
 * it shows changes (migration 0004), so what is still there is right.
 */
async function joined(
  ctx: Ctx,
  about: { name: string; fileName: string },
  rows: KeptText[],
  address: FeedAddress,
): Promise<MeetingFeed> {
  const stale = rows.filter(({ feedText }) => feedText === null);
  const made = stale.length > 0 ? await render(ctx, stale, address) : new Map<string, string>();
  const texts = rows.map(({ id, feedText }) => feedText ?? made.get(id) ?? "");
  const text = feedOf({ name: about.name, url: address.self }, texts);
  return { text, etag: `"${digest(text)}"`, fileName: `${about.fileName}.ics` };
}

/**
 * Renders and keeps, unless the meeting changed meanwhile. Keeping is not a change of the meeting: neither its
 * record nor its time of change move.
 */
async function render(ctx: Ctx, stale: KeptText[], address: FeedAddress): Promise<Map<string, string>> {
  const found = await findToRender(
    ctx,
    stale.map(({ id }) => id),
  );
  const made = new Map(found.map((meeting) => [meeting.id, veventOf(entryOf(meeting, address.links))]));
  const rows = sql.join(
    stale.map(({ id, version }) => sql`(${id}::uuid, ${version}::text, ${made.get(id) ?? null}::text)`),
    sql`, `,
  );
  await ctx.db.execute(
    // Readers must wait for nobody: rows that somebody is changing are left for the next reader
    sql`with made (id, version, feed_text) as (values ${rows}),
          free as (select m.id from ${meetings} m join made on made.id = m.id
            where m.xmin::text = made.version and made.feed_text is not null
            order by m.id for update of m skip locked)
        update ${meetings} set feed_text = made.feed_text, feed_key = ${keyOf(address)}
        from made join free on free.id = made.id where ${meetings.id} = made.id`,
  );
  return made;
}

/** What a text holds besides its meeting: our addresses, and the manner of writing. Raise the number to render anew. */
const keyOf = ({ links }: FeedAddress): string => `2 ${links.meeting("")}`;

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);
