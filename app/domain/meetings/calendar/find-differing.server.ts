import { and, asc, eq, gt, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { findKeptCalendar } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import type { Occurrence } from "#app/domain/calendars/sync/keep-occurrences.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { maySeePrivateMeetings } from "#app/domain/meetings/policy.ts";
import { whenInWords } from "#app/domain/meetings/when-in-words.ts";
import { calendarGroups, events, occurrences } from "#db/schema/calendars.ts";
import { meetingOccurrences } from "#db/schema/diary/following.ts";
import { groups } from "#db/schema/groups.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import type { MeetingState } from "#db/vocabulary.ts";
import { meetingValues } from "./meeting-values.ts";

/** When, where and whether a meeting is held, as one diary says. */
export interface Version {
  when: string;
  location: string;
  status: MeetingState;
}

/** A joint meeting that this calendar holds otherwise than the one that had it first, and decides. */
export interface Differing {
  meetingId: string;
  title: string;
  here: Version;
  shown: Version;
  /** The groups of the calendar that decides. */
  groups: string[];
}

const deciding = alias(occurrences, "deciding");
const decidingEvent = alias(events, "deciding_event");

/** The joint meetings to come on which a calendar says something else than the diary that decides. Throws NotFound. */
export async function findDiffering(ctx: Ctx, calendarId: string): Promise<Differing[]> {
  await findKeptCalendar(ctx, calendarId);
  const rows = await ctx.db
    .select({
      meetingId: meetings.id,
      title: meetings.title,
      here: occurrences,
      shown: deciding,
      groups: sql<string[]>`array(select g.name from calendar_groups cg join groups g on g.id = cg.group_id
        where cg.calendar_id = ${decidingEvent.calendarId} order by g.name)`,
    })
    .from(events)
    .innerJoin(occurrences, and(eq(occurrences.eventId, events.id), ne(occurrences.status, "withdrawn")))
    .innerJoin(meetingOccurrences, eq(meetingOccurrences.occurrenceId, occurrences.id))
    .innerJoin(meetings, eq(meetings.id, meetingOccurrences.meetingId))
    .innerJoin(deciding, and(eq(deciding.id, meetings.occurrenceId), ne(deciding.status, "withdrawn")))
    .innerJoin(decidingEvent, eq(decidingEvent.id, deciding.eventId))
    .where(
      and(
        eq(events.calendarId, calendarId),
        eq(events.isPublic, true),
        gt(meetings.startsAt, ctx.now),
        maySeePrivateMeetings(ctx.actor) ? undefined : eq(meetings.isPublic, true),
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id));
  return rows
    .map(({ here, shown, ...row }) => ({ ...row, here: versionOf(here), shown: versionOf(shown) }))
    .filter(({ here, shown }) => differ(here, shown));
}

/** Groups whose calendars hold meetings to come on which this one decides, and how many. */
export interface HeldToo {
  name: string;
  slug: string;
  meetings: number;
}

/** Who else has a calendar's meetings in a calendar of their own, and so is a body of them. Throws NotFound. */
export async function findHeldToo(ctx: Ctx, calendarId: string): Promise<HeldToo[]> {
  await findKeptCalendar(ctx, calendarId);
  return ctx.db
    .select({
      name: groups.name,
      slug: groups.slug,
      meetings: sql<number>`count(distinct ${meetings.id})::int`,
    })
    .from(decidingEvent)
    .innerJoin(deciding, eq(deciding.eventId, decidingEvent.id))
    .innerJoin(meetings, eq(meetings.occurrenceId, deciding.id))
    .innerJoin(meetingOccurrences, eq(meetingOccurrences.meetingId, meetings.id))
    .innerJoin(occurrences, eq(occurrences.id, meetingOccurrences.occurrenceId))
    .innerJoin(events, eq(events.id, occurrences.eventId))
    .innerJoin(calendarGroups, eq(calendarGroups.calendarId, events.calendarId))
    .innerJoin(
      meetingGroups,
      and(eq(meetingGroups.meetingId, meetings.id), eq(meetingGroups.groupId, calendarGroups.groupId)),
    )
    .innerJoin(groups, eq(groups.id, calendarGroups.groupId))
    .where(
      and(
        eq(decidingEvent.calendarId, calendarId),
        ne(occurrences.status, "withdrawn"),
        gt(meetings.startsAt, ctx.now),
      ),
    )
    .groupBy(groups.id)
    .orderBy(asc(groups.name));
}

function versionOf(occurrence: Occurrence): Version {
  const values = meetingValues(occurrence);
  return { when: whenInWords(values), location: values.location.trim(), status: values.status };
}

/** A place that this calendar leaves out contradicts nothing. */
function differ(here: Version, shown: Version): boolean {
  const isElsewhere = here.location !== "" && here.location.toLowerCase() !== shown.location.toLowerCase();
  return here.when !== shown.when || here.status !== shown.status || isElsewhere;
}
