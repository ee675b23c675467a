import { and, asc, desc, eq, exists, gte, inArray, lt, lte, notInArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { groupPlaces, groups } from "#db/schema/groups.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { places } from "#db/schema/places.ts";
import type { AgendaState, GroupKind, MeetingKind, MeetingState } from "#db/vocabulary.ts";
import { maySeePrivateMeetings } from "./policy.ts";

export interface MeetingGroup {
  id: string;
  slug: string;
  name: string;
  kind: GroupKind;
  abbreviation: string | null;
}

/** A meeting as lists show it. Instants are ISO strings; `start` is null while it hangs on another's rise. */
export interface Meeting {
  id: string;
  title: string;
  kind: MeetingKind;
  status: MeetingState;
  heldOn: string;
  start: string | null;
  end: string | null;
  /** When it was to begin before it last moved; null again once its day is over. */
  movedFrom: string | null;
  endedAt: string | null;
  onRiseOf: { id: string; title: string } | null;
  timeZone: string;
  location: string;
  onlineUrl: string | null;
  accessNotes: string;
  isPublic: boolean;
  agendaState: AgendaState;
  groups: MeetingGroup[];
}

export interface MeetingFilter {
  /** Slugs. An unknown one throws NotFound. */
  group?: string | undefined;
  place?: string | undefined;
  /** Plain dates in London, both inclusive; without `from`, today. */
  from?: string | undefined;
  to?: string | undefined;
  /** Only those that are to be held, or only those that were called off; both without it. */
  stands?: boolean;
  /** The latest first, before `from` or today. */
  past?: boolean;
  limit?: number;
  offset?: number;
}

const other = alias(meetings, "other");

const bodies = sql<MeetingGroup[]>`(
  select coalesce(json_agg(json_build_object('id', g.id, 'slug', g.slug, 'name', g.name, 'kind', g.kind, 'abbreviation', g.abbreviation)
    order by mg.position, g.name), '[]') from ${meetingGroups} mg join ${groups} g on g.id = mg.group_id where mg.meeting_id = ${meetings.id})`;

const columns = {
  id: meetings.id,
  title: meetings.title,
  kind: meetings.kind,
  status: meetings.status,
  heldOn: meetings.heldOn,
  start: meetings.startsAt,
  end: meetings.endsAt,
  movedFrom: meetings.movedFrom,
  endedAt: meetings.endedAt,
  onRiseOfId: other.id,
  onRiseOfTitle: other.title,
  timeZone: meetings.timeZone,
  location: meetings.location,
  onlineUrl: meetings.onlineUrl,
  accessNotes: meetings.accessNotes,
  isPublic: meetings.isPublic,
  agendaState: meetings.agendaState,
  groups: bodies,
};

/** Meetings that the actor may know of, soonest first; of a group or of a place's groups where asked. */
export async function findMeetings(ctx: Ctx, filter: MeetingFilter = {}): Promise<Meeting[]> {
  const wanted = await conditions(ctx, filter);
  const order = filter.past
    ? [desc(meetings.heldOn), desc(meetings.startsAt), asc(meetings.id)]
    : [asc(meetings.heldOn), asc(meetings.startsAt), asc(meetings.id)];
  const rows = await ctx.db
    .select(columns)
    .from(meetings)
    .leftJoin(other, and(eq(other.id, meetings.onRiseOfId), ...reach(ctx, other.isPublic)))
    .where(and(...wanted))
    .orderBy(...order)
    .limit(filter.limit ?? 100)
    .offset(filter.offset ?? 0);
  return rows.map((row) => meetingOf(row, londonDay(ctx.now)));
}

/** One meeting by id. Throws NotFound for one that does not exist or that the actor may not know of. */
export async function findMeeting(ctx: Ctx, id: string): Promise<Meeting> {
  const [row] = isId(id)
    ? await ctx.db
        .select(columns)
        .from(meetings)
        .leftJoin(other, and(eq(other.id, meetings.onRiseOfId), ...reach(ctx, other.isPublic)))
        .where(and(eq(meetings.id, id), ...reach(ctx)))
    : [];
  if (!row) throw new NotFound("that meeting");
  return meetingOf(row, londonDay(ctx.now));
}

/** How many of a page's meetings there are is never asked: one more than a page tells whether there is a next. */
async function conditions(ctx: Ctx, filter: MeetingFilter): Promise<SQL[]> {
  const wanted = reach(ctx);
  if (filter.group !== undefined) wanted.push(ofGroups(ctx, [await groupId(ctx, filter.group)]));
  if (filter.place !== undefined) wanted.push(ofGroups(ctx, await groupsOfPlace(ctx, filter.place)));
  const today = londonDay(ctx.now);
  if (filter.past) wanted.push(lt(meetings.heldOn, filter.from ?? today));
  else wanted.push(gte(meetings.heldOn, filter.from ?? today));
  if (filter.to !== undefined) wanted.push(lte(meetings.heldOn, filter.to));
  if (filter.stands === true) wanted.push(notInArray(meetings.status, calledOff));
  if (filter.stands === false) wanted.push(inArray(meetings.status, calledOff));
  return wanted;
}

const calledOff: MeetingState[] = ["cancelled", "postponed", "withdrawn"];

function reach(
  ctx: Ctx,
  isPublic: typeof meetings.isPublic | typeof other.isPublic = meetings.isPublic,
): SQL[] {
  return maySeePrivateMeetings(ctx.actor) ? [] : [eq(isPublic, true)];
}

function ofGroups(ctx: Ctx, ids: string[]): SQL {
  if (ids.length === 0) return sql`false`;
  return exists(
    ctx.db
      .select({ one: sql`1` })
      .from(meetingGroups)
      .where(and(eq(meetingGroups.meetingId, meetings.id), inArray(meetingGroups.groupId, ids))),
  );
}

async function groupId(ctx: Ctx, slug: string): Promise<string> {
  const [group] = await ctx.db.select({ id: groups.id }).from(groups).where(eq(groups.slug, slug));
  if (!group) throw new NotFound(`a group called “${slug}”`);
  return group.id;
}

/** The groups of a place: its own network and board, and the partnerships that reach into it. */
export async function groupsOfPlace(ctx: Ctx, slug: string): Promise<string[]> {
  const [place] = await ctx.db.select({ id: places.id }).from(places).where(eq(places.slug, slug));
  if (!place) throw new NotFound(`a place called “${slug}”`);
  const rows = await ctx.db
    .select({ id: groups.id })
    .from(groups)
    .leftJoin(groupPlaces, and(eq(groupPlaces.groupId, groups.id), eq(groupPlaces.placeId, place.id)))
    .where(sql`${groups.placeId} = ${place.id} or ${groupPlaces.placeId} is not null`);
  return rows.map(({ id }) => id);
}

type Row = Omit<Meeting, "start" | "end" | "movedFrom" | "endedAt" | "onRiseOf"> & {
  start: Date | null;
  end: Date | null;
  movedFrom: Date | null;
  endedAt: Date | null;
  onRiseOfId: string | null;
  onRiseOfTitle: string | null;
};

function meetingOf({ onRiseOfId, onRiseOfTitle, ...row }: Row, today: string): Meeting {
  return {
    ...row,
    movedFrom: row.heldOn < today ? null : iso(row.movedFrom),
    start: iso(row.start),
    end: iso(row.end),
    endedAt: iso(row.endedAt),
    onRiseOf: onRiseOfId && onRiseOfTitle ? { id: onRiseOfId, title: onRiseOfTitle } : null,
  };
}

/** `2026-11-05T10:00:00Z`: no meeting is timed to the millisecond. */
const iso = (at: Date | null) => at && `${at.toISOString().slice(0, 19)}Z`;
