import { and, eq, gte, isNull, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import { daysBack, type FeedAddress } from "#app/domain/calendars/feeds/answer.ts";
import {
  daysAgo,
  type JoinedTexts,
  joinAsked,
  joinKeptTexts,
  keptOn,
  keyOf,
  prepareJoin,
} from "#app/domain/calendars/feeds/kept-texts.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { meetingSeries } from "#db/schema/diary/meeting-series.ts";
import { meetings } from "#db/schema/meetings.ts";
import { isUnchanged } from "./find-series.server.ts";
import { renderMeetings } from "./render-meetings.server.ts";
import { renderSeries } from "./series-texts.server.ts";

/** One public meeting, always by itself. */
export function joinOneMeeting(ctx: Ctx, address: FeedAddress, id: string): Promise<JoinedTexts> {
  const rows = textsOf(ctx.db, keyOf(address), [eq(meetings.id, id)]).getSQL();
  return joinKeptTexts(ctx, { rows, order, render: (ids) => renderMeetings(ctx, address, ids) });
}

/** The texts of public meetings. Feeds are for anybody who has the address, so they hold what anybody may see. */
export function joinMeetingsOfGroups(
  ctx: Ctx,
  groupIds: string[],
  address: FeedAddress,
): Promise<JoinedTexts> {
  const ids = sql.param(groupIds);
  const isOfGroups = sql`${meetings.id} in (
    select mg.meeting_id from meeting_groups mg where mg.group_id = any (${ids}::uuid[]))`;
  const isForGroups = sql`${meetingSeries.groupIds} && ${ids}::uuid[]`;
  const rows = rowsOf(ctx.db, { ...daysOf(ctx), key: keyOf(address) }, { isOfGroups, isForGroups });
  return joinKeptTexts(ctx, { rows, order, render: (found) => renderAny(ctx, address, found) });
}

/** Those of one group, the feed that is asked for most: its question is built once, which takes as long as asking it. */
export function joinMeetingsOfGroup(ctx: Ctx, slug: string, address: FeedAddress): Promise<JoinedTexts> {
  const question = ofGroup.get(ctx.db) ?? prepareOfGroup(ctx.db);
  const values = { slug, key: keyOf(address), ...daysOf(ctx) };
  return joinAsked(question, values, (ids) => renderAny(ctx, address, ids));
}

const ofGroup = new WeakMap<Ctx["db"], ReturnType<typeof prepareJoin>>();

function prepareOfGroup(db: Ctx["db"]): ReturnType<typeof prepareJoin> {
  const [slug, key] = [sql.placeholder("slug"), sql.placeholder("key")];
  const days = {
    today: sql.placeholder("today"),
    usual: sql.placeholder("usual"),
    calledOff: sql.placeholder("calledOff"),
  };
  const group = sql`(select id from groups where slug = ${slug})`;
  const isOfGroups = sql`${meetings.id} in (select mg.meeting_id from meeting_groups mg where mg.group_id = ${group})`;
  const isForGroups = sql`${meetingSeries.groupIds} @> array[${group}]`;
  const rows = rowsOf(db, { ...days, key }, { isOfGroups, isForGroups });
  const name = sql`(select name from groups where slug = ${slug})`;
  const question = prepareJoin(db, { rows, order, name });
  ofGroup.set(db, question);
  return question;
}

type Value = string | Placeholder;
type Days = Record<"today" | "usual" | "calledOff", Value>;

const daysOf = (ctx: Ctx) => ({
  today: londonDay(ctx.now),
  usual: daysAgo(ctx, daysBack.usual),
  calledOff: daysAgo(ctx, daysBack.calledOff),
});

/** Everything since one day; what was called off, since another. */
function recentSince({ usual, calledOff }: Days): SQL | undefined {
  const stands = sql`${meetings.status} not in ('cancelled', 'withdrawn', 'postponed')`;
  return or(gte(meetings.heldOn, calledOff), and(gte(meetings.heldOn, usual), stands));
}

const order = sql`r.held_on, r.starts_at, r.id`;

/** Meetings by themselves, and series whole: all of a series are of the same groups, so one that is theirs is so whole. */
function rowsOf(
  db: Ctx["db"],
  { key, ...days }: Days & { key: Value },
  { isOfGroups, isForGroups }: { isOfGroups: SQL; isForGroups: SQL },
): SQL {
  const alone = textsOf(db, key, [isOfGroups, isNull(meetings.seriesId), recentSince(days)]);
  const series = db
    .select({
      id: meetingSeries.id,
      heldOn: sql<string>`null::date`.as("held_on"),
      startsAt: sql<Date | null>`null::timestamptz`.as("starts_at"),
      kept: sql`case when ${isUnchanged} then ${keptOn(meetingSeries, key, days.today)} end`.as("kept"),
      changed: sql`${meetingSeries.feedChangedAt}`.as("changed"),
    })
    .from(meetingSeries)
    .where(isForGroups);
  return sql`${alone} union all ${series}`;
}

function textsOf(db: Ctx["db"], key: Value, wanted: (SQL | undefined)[]) {
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
    .where(and(eq(meetings.isPublic, true), ...wanted));
}

async function renderAny(ctx: Ctx, address: FeedAddress, ids: string[]): Promise<Map<string, string>> {
  const alone = await renderMeetings(ctx, address, ids);
  const series = await renderSeries(ctx, address, ids);
  return new Map([...alone, ...series]);
}
