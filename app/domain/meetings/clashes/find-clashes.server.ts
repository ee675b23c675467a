import { and, asc, eq, gte, inArray, lte, or, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { usualRules } from "#app/domain/groups/deadlines.ts";
import { findMemberships, type Membership } from "#app/domain/groups/memberships.server.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { findHolidays, findRules } from "#app/domain/meetings/agenda/open-meeting.server.ts";
import { maySeeClashes } from "#app/domain/meetings/policy.ts";
import { feedsInto, groups } from "#db/schema/groups.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import {
  type Clash,
  lateMeetings,
  onDaysOff,
  overlaps,
  type PlannedMeeting,
  type Related,
} from "./clash-rules.ts";

/** So far ahead that a year's meetings can still be planned otherwise. */
const DAYS_AHEAD = 370;

/** The clashes of several groups, as of one calendar or one joint meeting; what concerns two of them is said once. */
export async function findClashesOf(
  ctx: Ctx,
  groupIds: readonly string[],
  meetingId?: string,
): Promise<Clash[]> {
  const one = meetingId === undefined ? {} : { meetingId };
  const found = await Promise.all(groupIds.map((groupId) => findClashes(ctx, { groupId, ...one })));
  return [...new Map(found.flat().map((clash) => [JSON.stringify(clash), clash])).values()];
}

/**
 * What is unlucky about the meetings to come of a group, soonest first; of one meeting where it is named. Empty for
 * whoever does not run the group. Private events count nowhere, as nothing of them is kept (decision 023).
 */
export async function findClashes(
  ctx: Ctx,
  { groupId, meetingId }: { groupId: string; meetingId?: string },
): Promise<Clash[]> {
  if (!maySeeClashes(ctx.actor, [groupId])) return [];
  const [group] = await ctx.db.select({ name: groups.name }).from(groups).where(eq(groups.id, groupId));
  if (!group) return [];
  const related = await findRelated(ctx, groupId);
  const planned = await findPlanned(ctx, [groupId, ...related.map(({ id }) => id)]);
  const own = planned.filter((meeting) => meeting.groupIds.includes(groupId));
  if (own.length === 0) return [];
  const others = planned.filter((meeting) => !meeting.groupIds.includes(groupId));
  const holidays = await findHolidays(ctx);
  const fed = related.filter(({ isFed }) => isFed);
  const rules = await findRules(
    ctx,
    fed.map(({ id }) => id),
  );
  const boards = fed.map(({ id, name }) => ({
    ...{ name, rules: rules.get(id) ?? usualRules },
    meetings: planned.filter((meeting) => meeting.groupIds.includes(id)),
  }));
  const clashes = [
    ...lateMeetings(own, boards, holidays, londonDay(ctx.now)),
    ...overlaps(own, others, { groupId, name: group.name, related }),
    ...onDaysOff(own, holidays),
  ];
  return clashes
    .filter(({ meeting }) => meetingId === undefined || meeting.id === meetingId)
    .toSorted((a, b) => (a.meeting.heldOn < b.meeting.heldOn ? -1 : 1));
}

/** Groups that it feeds, that feed it, or that share organisations and people with it. */
async function findRelated(ctx: Ctx, groupId: string): Promise<Related[]> {
  const current = await ctx.db
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(eq(groups.isCurrent, true))
    .orderBy(asc(groups.name));
  const arrows = await ctx.db
    .select()
    .from(feedsInto)
    .where(or(eq(feedsInto.fromGroupId, groupId), eq(feedsInto.toGroupId, groupId)));
  const others = current.filter(({ id }) => id !== groupId);
  const [own, ...memberships] = await findMemberships(ctx, [groupId, ...others.map(({ id }) => id)]);
  if (!own) return [];
  return others
    .map((group, at) => ({
      ...group,
      isFed: arrows.some(({ toGroupId }) => toGroupId === group.id),
      feeds: arrows.some(({ fromGroupId }) => fromGroupId === group.id),
      shared: sharedBy(own, memberships[at]),
    }))
    .filter(({ isFed, feeds, shared }) => isFed || feeds || shared > 0);
}

function sharedBy(own: Membership, other: Membership | undefined): number {
  const both = (a: string[], b: string[]) => a.filter((id) => b.includes(id)).length;
  if (!other) return 0;
  // A seat is an organisation's; a person who holds one for none counts for themselves
  const organisations = both(own.organisationIds, other.organisationIds);
  return Math.max(organisations, both(own.personIds, other.personIds));
}

/** Meetings to come of some groups that are to be held, each once. */
function findPlanned(ctx: Ctx, groupIds: readonly string[]): Promise<PlannedMeeting[]> {
  const today = londonDay(ctx.now);
  const last = londonDay(new Date(ctx.now.getTime() + DAYS_AHEAD * 86_400_000));
  const { id, title, heldOn, startsAt, endsAt } = meetings;
  const ofGroups = ctx.db
    .select({ id: meetingGroups.meetingId })
    .from(meetingGroups)
    .where(inArray(meetingGroups.groupId, [...groupIds]));
  return ctx.db
    .select({
      ...{ id, title, heldOn, startsAt, endsAt },
      groupIds: sql<
        string[]
      >`array(select mg.group_id::text from meeting_groups mg where mg.meeting_id = ${meetings}.id)`,
    })
    .from(meetings)
    .where(
      and(
        inArray(meetings.id, ofGroups),
        gte(heldOn, today),
        lte(heldOn, last),
        inArray(meetings.status, ["planned", "tentative"]),
      ),
    )
    .orderBy(asc(heldOn), asc(startsAt), asc(id));
}
