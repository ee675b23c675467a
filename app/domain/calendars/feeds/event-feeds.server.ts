import { and, eq, type SQL, sql } from "drizzle-orm";
import { listedOnce, ofCalendar, ofOwner, published } from "#app/domain/calendars/event-rows.server.ts";
import { isAbout, isOf } from "#app/domain/calendars/find-events.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findTermIds } from "#app/domain/find-term-ids.server.ts";
import { isId } from "#app/domain/ids.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { hasPage } from "#app/domain/organisations/has-page.server.ts";
import { calendars, events, occurrences } from "#db/schema/calendars.ts";
import { organisations } from "#db/schema/organisations.ts";
import { places } from "#db/schema/places.ts";
import { daysBack, type FeedAddress, type FeedAnswer } from "./answer.ts";
import { answerOf, daysAgo, type JoinedTexts, joinKeptTexts } from "./kept-texts.server.ts";
import { keptText, renderEvents } from "./render-events.server.ts";

/** The dates soonest that a feed of many organisations looks at; the series behind them come whole. */
const MOST_DATES = 5000;

/** What an organisation puts on: typed in, or from its calendars. Throws NotFound. */
export async function organisationFeed(ctx: Ctx, slug: string, address: FeedAddress): Promise<FeedAnswer> {
  const [organisation] = await ctx.db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations.slug, slug), hasPage));
  if (!organisation) throw new NotFound(`an organisation called “${slug}”`);
  const texts = await joinEvents(ctx, address, [isOf(organisation.id), isRecent(ctx)]);
  return answerOf({ name: organisation.name, fileName: slug }, [texts], address);
}

/** What's on, with the filters of its page. Throws NotFound for a place or topic that we do not know. */
export async function whatsOnFeed(
  ctx: Ctx,
  { place, topic }: { place?: string | undefined; topic?: string | undefined },
  address: FeedAddress,
): Promise<FeedAnswer> {
  const [where, about] = await Promise.all([findPlace(ctx, place), findTermIds(ctx, topic)]);
  const topicName = topic === undefined ? null : await findTopicName(ctx, topic);
  const name = `What’s on${where ? ` in ${where.name}` : ""}${topicName ? `: ${topicName}` : ""}`;
  const texts = await joinSoonest(ctx, address, [
    where && eq(events.placeId, where.id),
    about && isAbout(about),
  ]);
  return answerOf({ name, fileName: ["whats-on", place, topic].filter(Boolean).join("-") }, [texts], address);
}

/** The event that a happening belongs to, a series whole. Throws NotFound. */
export async function oneEventFeed(ctx: Ctx, id: string, address: FeedAddress): Promise<FeedAnswer> {
  const [known] = isId(id)
    ? await ctx.db
        .select({ eventId: occurrences.eventId, name: occurrences.summary, startsOn: occurrences.startsOn })
        .from(occurrences)
        .where(eq(occurrences.id, id))
    : [];
  const texts = known && (await joinEvents(ctx, address, [eq(events.id, known.eventId)]));
  if (!known || texts?.text === "" || !texts) throw new NotFound("that event");
  return answerOf({ name: known.name, fileName: `event-${known.startsOn}` }, [texts], address);
}

/** The events of a place, for its feed. */
export function joinEventsOfPlace(ctx: Ctx, placeId: string, address: FeedAddress): Promise<JoinedTexts> {
  return joinSoonest(ctx, address, [eq(events.placeId, placeId)]);
}

/** What anyone may see; of two that are the same, the one that is listed. */
const mayGoOut = [...published, listedOnce];

function joinEvents(ctx: Ctx, address: FeedAddress, wanted: (SQL | undefined)[]): Promise<JoinedTexts> {
  const rows = ctx.db
    .select({
      id: events.id,
      kept: sql`${keptText(ctx, address)}`.as("kept"),
      changed: sql`coalesce(${events.feedChangedAt}, ${events.createdAt})`.as("changed"),
    })
    .from(events)
    .leftJoin(calendars, ofCalendar)
    .leftJoin(organisations, ofOwner)
    .where(and(...mayGoOut, ...wanted));
  return joinKeptTexts(ctx, {
    rows: rows.getSQL(),
    order: sql`r.id`,
    render: (ids) => renderEvents(ctx, address, ids),
  });
}

/**
 * Of all organisations: what comes soonest, in the order of the index on days, so that no feed grows without end,
 * and what was called off lately.
 */
function joinSoonest(ctx: Ctx, address: FeedAddress, wanted: (SQL | undefined)[]): Promise<JoinedTexts> {
  const soonest = (dates: SQL) =>
    ctx.db
      .select({ eventId: occurrences.eventId })
      .from(occurrences)
      .innerJoin(events, eq(events.id, occurrences.eventId))
      .leftJoin(calendars, ofCalendar)
      .leftJoin(organisations, ofOwner)
      .where(and(dates, ...mayGoOut, ...wanted))
      .orderBy(occurrences.startsOn, occurrences.id)
      .limit(MOST_DATES);
  const today = londonDay(ctx.now);
  const toCome = soonest(sql`${occurrences.startsOn} >= ${today} and ${occurrences.status} <> 'withdrawn'`);
  const calledOff = soonest(sql`${occurrences.status} = 'cancelled'
    and ${occurrences.startsOn} >= ${daysAgo(ctx, daysBack.calledOff)} and ${occurrences.startsOn} < ${today}`);
  return joinEvents(ctx, address, [
    sql`${events.id} in (select event_id from (${toCome}) s union all select event_id from (${calledOff}) c)`,
  ]);
}

/** Has a date that is still told of: any of the last year and to come, called-off ones of 30 days. */
const isRecent = (ctx: Ctx): SQL => sql`exists (
  select from occurrences o where o.event_id = ${events.id} and o.status <> 'withdrawn'
    and o.ends_on >= case o.status when 'cancelled' then ${daysAgo(ctx, daysBack.calledOff)}::date
      else ${daysAgo(ctx, daysBack.usual)}::date end)`;

async function findPlace(ctx: Ctx, slug: string | undefined) {
  if (slug === undefined) return undefined;
  const [place] = await ctx.db
    .select({ id: places.id, name: places.name })
    .from(places)
    .where(eq(places.slug, slug));
  if (!place) throw new NotFound(`a place called “${slug}”`);
  return place;
}

async function findTopicName(ctx: Ctx, slug: string): Promise<string | null> {
  const rows = await ctx.db.execute<{ name: string }>(
    sql`select name from taxonomy_terms where slug = ${slug} limit 1`,
  );
  return rows[0]?.name ?? null;
}
