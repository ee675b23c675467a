import { and, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { findPersonActors } from "#app/domain/accounts/find.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { inParts } from "#app/domain/in-parts.ts";
import { post } from "#app/domain/mail/post.server.ts";
import type { MeetingNews } from "#app/domain/meetings/calendar/meeting-news.ts";
import { maySeePrivateMeetings } from "#app/domain/meetings/policy.ts";
import { people } from "#db/schema/accounts.ts";
import { groupFollowers } from "#db/schema/diary/following.ts";
import { groups } from "#db/schema/groups.ts";
import { agendaItems, meetingGroups, meetings, raisedItems } from "#db/schema/meetings.ts";
import { meetingNews } from "./letters.ts";
import type { ToldMeeting, ToldNews } from "./news-in-words.ts";

/**
 * One mail to each person for all that a run changed: followers who asked for news, and those who raised an item at or
 * for one of the meetings. Not of what is over, nor of what they may not see. Call it inside the run's transaction,
 * before agendas let go of what was raised.
 */
export async function tellFollowers(ctx: Ctx, news: readonly MeetingNews[]): Promise<void> {
  const told = await findTold(ctx, news);
  if (told.length === 0) return;
  const reasons = await findWhom(ctx, told);
  const ofPerson = groupedBy(reasons, ({ personId }) => personId);
  const ids = [...ofPerson.keys()].sort();
  const persons = await findPersonActors(ctx.db, ids, ctx.now);
  for (const id of ids) {
    const person = persons.get(id);
    if (!person) continue;
    const mine = groupedBy(ofPerson.get(id) ?? [], ({ meetingId }) => meetingId);
    const theirs = told
      .filter((meeting) => meeting.isPublic || maySeePrivateMeetings(person))
      .flatMap((meeting) => toldTo(meeting, mine.get(meeting.id) ?? []));
    if (theirs.length === 0) continue;
    const followed = theirs.flatMap((meeting) => mine.get(meeting.id) ?? []);
    const letter = meetingNews(theirs, {
      groups: [...new Set(followed.flatMap(({ group }) => group ?? []))],
      raisedAnItem: followed.some(({ group }) => group === null),
    });
    await post(ctx, { email: person.email, personId: id }, letter, { recordId: theirs[0]?.id ?? id });
  }
}

function groupedBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const known = groups.get(keyOf(row));
    if (known) known.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** Who follows only a group that it left is told of that alone; whoever hears of it otherwise, of all else. */
function toldTo(meeting: Told, why: readonly Reason[]): Told[] {
  if (why.some(({ hasLeft }) => !hasLeft)) return meeting.what === "left" ? [] : [meeting];
  return why.length > 0 ? [{ ...meeting, what: "left" }] : [];
}

const worthAMail: readonly MeetingNews["what"][] = ["moved", "called off", "on again", "withdrawn"];

type Told = ToldMeeting & { isPublic: boolean; leftGroupIds: string[] };

/** Meetings that are to come, each once: with what it was before the run, and what became of it last. */
async function findTold(ctx: Ctx, news: readonly MeetingNews[]): Promise<Told[]> {
  const byMeeting = new Map<string, Pick<Told, "what" | "before" | "leftGroupIds">>();
  for (const { meetingId, what, before, leftGroupIds = [] } of news) {
    const known = byMeeting.get(meetingId);
    const isNews = worthAMail.includes(what);
    if (!isNews && leftGroupIds.length === 0) continue;
    byMeeting.set(meetingId, {
      what: isNews ? (what as ToldNews) : (known?.what ?? "left"),
      before: known?.before ?? before,
      leftGroupIds: [...(known?.leftGroupIds ?? []), ...leftGroupIds],
    });
  }
  const told: Told[] = [];
  for (const ids of inParts([...byMeeting.keys()])) {
    const rows = await ctx.db
      .select({
        id: meetings.id,
        title: meetings.title,
        heldOn: meetings.heldOn,
        startsAt: meetings.startsAt,
        endsAt: meetings.endsAt,
        location: meetings.location,
        isPublic: meetings.isPublic,
        bodies: sql<string[]>`array(select g.name from meeting_groups mg join groups g on g.id = mg.group_id
          where mg.meeting_id = ${meetings}.id order by mg.position, g.name)`,
      })
      .from(meetings)
      .where(inArray(meetings.id, ids))
      .orderBy(meetings.heldOn, meetings.startsAt, meetings.id);
    for (const row of rows) {
      const about = byMeeting.get(row.id);
      if (about && row.startsAt && row.startsAt > ctx.now) told.push({ ...row, ...about });
    }
  }
  return told;
}

interface Reason {
  personId: string;
  meetingId: string;
  /** The group that they follow; null for whoever raised an item. */
  group: string | null;
  /** The group is one that the meeting left. */
  hasLeft: boolean;
}

/** Who is to know of which meeting, and why. Whoever gets invitations hears by those. */
async function findWhom(ctx: Ctx, told: readonly Told[]): Promise<Reason[]> {
  const found: Reason[] = [];
  for (const some of inParts(told)) {
    const ids = some.map(({ id }) => id);
    found.push(...(await findFollowers(ctx, ids)), ...(await findRaisers(ctx, ids)));
  }
  return [...found, ...(await findLeft(ctx, told))];
}

async function findLeft(ctx: Ctx, told: readonly Told[]): Promise<Reason[]> {
  const left = told.flatMap(({ id, leftGroupIds }) => leftGroupIds.map((groupId) => ({ id, groupId })));
  if (left.length === 0) return [];
  const { personId, groupId } = groupFollowers;
  const rows = await ctx.db
    .select({ personId, groupId, group: groups.name })
    .from(groupFollowers)
    .innerJoin(groups, eq(groups.id, groupId))
    .innerJoin(people, and(eq(people.id, personId), isConfirmed))
    .where(
      and(inArray(groupId, [...new Set(left.map((one) => one.groupId))]), eq(groupFollowers.kind, "news")),
    );
  return rows.flatMap((row) =>
    left
      .filter((one) => one.groupId === row.groupId)
      .map(({ id }) => ({ personId: row.personId, meetingId: id, group: row.group, hasLeft: true })),
  );
}

const isConfirmed = and(isNotNull(people.emailVerifiedAt), isNull(people.erasedAt));

async function findFollowers({ db }: Ctx, meetingIds: string[]): Promise<Reason[]> {
  const rows = await db
    .select({ personId: groupFollowers.personId, meetingId: meetingGroups.meetingId, group: groups.name })
    .from(meetingGroups)
    .innerJoin(groupFollowers, eq(groupFollowers.groupId, meetingGroups.groupId))
    .innerJoin(groups, eq(groups.id, groupFollowers.groupId))
    .innerJoin(people, and(eq(people.id, groupFollowers.personId), isConfirmed))
    .where(and(inArray(meetingGroups.meetingId, meetingIds), eq(groupFollowers.kind, "news")))
    .orderBy(groups.name);
  return rows.map((row) => ({ ...row, hasLeft: false }));
}

/** Their item was raised at this meeting, or stands on its agenda, and no invitation tells them. */
async function findRaisers({ db }: Ctx, meetingIds: string[]): Promise<Reason[]> {
  const meetingId = sql<string>`${meetings.id}`;
  const rows = await db
    .selectDistinct({ personId: people.id, meetingId })
    .from(meetings)
    .leftJoin(agendaItems, eq(agendaItems.meetingId, meetings.id))
    .innerJoin(
      raisedItems,
      or(eq(raisedItems.id, agendaItems.raisedItemId), eq(raisedItems.meetingId, meetings.id)),
    )
    .innerJoin(people, and(eq(people.id, raisedItems.raisedById), isConfirmed))
    .where(
      and(
        inArray(meetings.id, meetingIds),
        inArray(raisedItems.status, ["raised", "placed"]),
        sql`not exists (select from group_followers f join meeting_groups mg on mg.group_id = f.group_id
          where f.person_id = ${people.id} and f.kind = 'invitations' and mg.meeting_id = ${meetings}.id)`,
      ),
    );
  return rows.map((row) => ({ ...row, group: null, hasLeft: false }));
}
