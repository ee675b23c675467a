import { and, asc, eq, sql } from "drizzle-orm";
import { daysBack, type FeedAddress } from "#app/domain/calendars/feeds/answer.ts";
import { ALWAYS, datedKey, daysAfter, keyOf } from "#app/domain/calendars/feeds/kept-texts.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { occurrences } from "#db/schema/calendars.ts";
import { groups } from "#db/schema/groups.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import {
  findSeries,
  findSlots,
  goesOn,
  keepSeries,
  type RenderedSeries,
  type SeriesRow,
} from "./find-series.server.ts";
import { entryOf } from "./meeting-entry.ts";
import { findForFeed, renderMeetings } from "./render-meetings.server.ts";
import {
  type DateOfSeries,
  isOff,
  type SeriesOfMeetings,
  speakerOf,
  textOfSeries,
} from "./series-of-meetings.ts";

/** Renders those of the ids that are series, each whole, and keeps their texts until a meeting drops out of them. */
export async function renderSeries(
  ctx: Ctx,
  address: FeedAddress,
  ids: string[],
): Promise<Map<string, string>> {
  const made: RenderedSeries[] = [];
  for (const row of await findSeries(ctx, ids)) made.push({ ...row, ...(await textOf(ctx, address, row)) });
  await keepSeries(ctx, made);
  return new Map(made.map(({ id, text }) => [id, text]));
}

async function textOf(
  ctx: Ctx,
  address: FeedAddress,
  row: SeriesRow,
): Promise<{ text: string; key: string }> {
  const dates = await findDates(ctx, row.id, keyOf(address));
  const shown = dates.filter(({ isLeftOut }) => !isLeftOut);
  const key = datedKey(shown.map(({ lastDay }) => lastDay).toSorted()[0] ?? ALWAYS, keyOf(address));
  const series = await seriesOf(ctx, address, row, dates);
  const texts = await textsOf(ctx, address, shown);
  const alone = () => shown.map(({ id }) => texts.get(id) ?? "").join("");
  return { text: series ? textOfSeries(series, texts) : alone(), key };
}

/** Null where nothing of it is shown, or nobody can say what repeats. */
async function seriesOf(
  ctx: Ctx,
  { links }: FeedAddress,
  { parts, ...row }: SeriesRow,
  dates: readonly DateOfSeries[],
): Promise<SeriesOfMeetings | null> {
  const speaker = speakerOf(dates.filter(({ isLeftOut }) => !isLeftOut));
  const [meeting] = speaker ? await findForFeed(ctx, [speaker.id]) : [];
  if (!parts || !meeting) return null;
  const [group] = await ctx.db
    .select({ slug: groups.slug })
    .from(meetingGroups)
    .innerJoin(groups, eq(groups.id, meetingGroups.groupId))
    .where(eq(meetingGroups.meetingId, meeting.id))
    .orderBy(asc(meetingGroups.position), asc(groups.name))
    .limit(1);
  if (!group) return null;
  const slots = await findSlots(ctx, row.id);
  return {
    ...row,
    ...{ parts, dates, bodies: meeting.bodies, said: entryOf(meeting, links), url: links.group(group.slug) },
    slots: slots.map(({ slot }) => slot),
    goesOn: await goesOn(ctx, row, slots),
  };
}

type KnownDate = DateOfSeries & { lastDay: string; kept: string | null };

/** The meetings of a series, in the order of their slots, however old; with the last day on which feeds have each. */
async function findDates(ctx: Ctx, seriesId: string, key: string): Promise<KnownDate[]> {
  const today = londonDay(ctx.now);
  const rows = await ctx.db
    .select({
      id: meetings.id,
      slot: occurrences.recurrenceId,
      isDetached: occurrences.isDetached,
      status: meetings.status,
      heldOn: meetings.heldOn,
      startsAt: meetings.startsAt,
      kept: sql<string | null>`case when ${meetings.feedKey} = ${key} then ${meetings.feedText} end`,
    })
    .from(meetings)
    .innerJoin(occurrences, eq(occurrences.id, meetings.occurrenceId))
    .where(and(eq(meetings.seriesId, seriesId), eq(meetings.isPublic, true)))
    .orderBy(occurrences.recurrenceId, meetings.id);
  return rows.map(({ heldOn, ...row }) => {
    const lastDay = daysAfter(heldOn, isOff(row) ? daysBack.calledOff : daysBack.usual);
    return { ...row, lastDay, isLeftOut: lastDay < today };
  });
}

const AT_ONCE = 50;

/** Each by itself, as it was kept, or rendered now. */
async function textsOf(
  ctx: Ctx,
  address: FeedAddress,
  dates: readonly KnownDate[],
): Promise<Map<string, string>> {
  const texts = new Map(dates.flatMap(({ id, kept }) => (kept === null ? [] : [[id, kept] as const])));
  const missing = dates.filter(({ kept }) => kept === null).map(({ id }) => id);
  for (let at = 0; at < missing.length; at += AT_ONCE)
    for (const [id, text] of await renderMeetings(ctx, address, missing.slice(at, at + AT_ONCE)))
      texts.set(id, text);
  return texts;
}
