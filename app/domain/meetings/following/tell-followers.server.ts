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
import { meetingNews, type ToldMeeting, type ToldNews } from "./letters.ts";

/**
 * One mail to each person for all that a run changed: followers who asked for news, and those who raised an item at or
 * for one of the meetings. Not of what is over, nor of what they may not see. Call it inside the run's transaction,
 * before agendas let go of what was raised.
 */
export async function tellFollowers(ctx: Ctx, news: readonly MeetingNews[]): Promise<void> {
  const told = await findTold(ctx, news);
  if (told.length === 0) return;
  const reasons = await findWhom(
    ctx,
    told.map(({ id }) => id),
  );
  const ids = [...new Set(reasons.map(({ personId }) => personId))].sort();
  const persons = await findPersonActors(ctx.db, ids, ctx.now);
  for (const id of ids) {
    const person = persons.get(id);
    if (!person) continue;
    const mine = reasons.filter(({ personId }) => personId === id);
    const theirs = told.filter(
      (meeting) =>
        mine.some(({ meetingId }) => meetingId === meeting.id) &&
        (meeting.isPublic || maySeePrivateMeetings(person)),
    );
    if (theirs.length === 0) continue;
    const followed = mine.filter(({ meetingId }) => theirs.some((meeting) => meeting.id === meetingId));
    const letter = meetingNews(theirs, {
      groups: [...new Set(followed.flatMap(({ group }) => group ?? []))],
      raisedAnItem: followed.some(({ group }) => group === null),
    });
    await post(ctx, { email: person.email, personId: id }, letter, { recordId: theirs[0]?.id ?? id });
  }
}

const worthAMail: readonly MeetingNews["what"][] = ["moved", "called off", "on again", "withdrawn"];

type Told = ToldMeeting & { isPublic: boolean };

/** Meetings that are to come, each once: with what it was before the run, and what became of it last. */
async function findTold(ctx: Ctx, news: readonly MeetingNews[]): Promise<Told[]> {
  const byMeeting = new Map<string, { what: ToldNews; before: MeetingNews["before"] }>();
  for (const { meetingId, what, before } of news) {
    if (!worthAMail.includes(what)) continue;
    const first = byMeeting.get(meetingId)?.before ?? before;
    byMeeting.set(meetingId, { what: what as ToldNews, before: first });
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
}

/** Who is to know of which meeting, and why. Whoever gets invitations hears by those. */
async function findWhom(ctx: Ctx, meetingIds: readonly string[]): Promise<Reason[]> {
  const found: Reason[] = [];
  for (const ids of inParts(meetingIds)) {
    found.push(...(await findFollowers(ctx, ids)), ...(await findRaisers(ctx, ids)));
  }
  return found;
}

const isConfirmed = and(isNotNull(people.emailVerifiedAt), isNull(people.erasedAt));

function findFollowers({ db }: Ctx, meetingIds: string[]): Promise<Reason[]> {
  return db
    .select({ personId: groupFollowers.personId, meetingId: meetingGroups.meetingId, group: groups.name })
    .from(meetingGroups)
    .innerJoin(groupFollowers, eq(groupFollowers.groupId, meetingGroups.groupId))
    .innerJoin(groups, eq(groups.id, groupFollowers.groupId))
    .innerJoin(people, and(eq(people.id, groupFollowers.personId), isConfirmed))
    .where(and(inArray(meetingGroups.meetingId, meetingIds), eq(groupFollowers.kind, "news")))
    .orderBy(groups.name);
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
  return rows.map((row) => ({ ...row, group: null }));
}
