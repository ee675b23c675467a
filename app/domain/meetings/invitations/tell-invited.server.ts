import { randomBytes } from "node:crypto";
import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import { findPersonActors } from "#app/domain/accounts/find.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { findMemberships } from "#app/domain/groups/memberships.server.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { timeOf } from "#app/domain/meetings/attendance/answering.ts";
import { mayGetInvitations } from "#app/domain/meetings/policy.ts";
import type { Organiser } from "#app/gateways/organiser.server.ts";
import { paths } from "#app/paths.ts";
import { meetingInvitations } from "#db/schema/diary/following.ts";
import type { AttendanceAnswer } from "#db/vocabulary-diary.ts";
import { findAnswers, findInvitations, findInvitedMeetings, lockFollowers } from "./find-invited.server.ts";
import {
  type InvitationNews,
  type InvitedMeeting,
  isCancel,
  newsFor,
  type Told,
  toldOf,
} from "./invited-meeting.ts";
import { eventOfMeeting, invitationText } from "./itip.ts";
import { invitation } from "./letters.ts";

export interface Whom {
  /** This person alone. */
  personId?: string;
  /** As if they no longer followed this group. */
  exceptGroupId?: string;
}

/**
 * Brings everybody up to date about these meetings: whoever wants a group's meetings as invitations and may have
 * them is told what is new, and whoever was told of one and no longer is to be, that it is off. Nothing is told
 * twice: the row of an invitation says what was told, and of two runs at once one changes it. Call it in a transaction.
 */
export async function tellInvited(
  ctx: Ctx,
  meetingIds: readonly string[],
  { personId, exceptGroupId }: Whom,
  organiser: Organiser,
): Promise<void> {
  if (meetingIds.length === 0) return;
  const followers = await lockFollowers(ctx, meetingIds, personId);
  const invited = await findInvitations(ctx, meetingIds, personId);
  if (followers.length + invited.length === 0) return;
  const staying = exceptOf(followers, exceptGroupId);
  const people = await findPersonActors(ctx.db, idsOf([...staying, ...invited]), ctx.now);
  const wanted = await findWanted(ctx, staying, people);
  const answers = await findAnswers(ctx, meetingIds);
  for (const meeting of await findInvitedMeetings(ctx, meetingIds)) {
    const isHere = (row: { meetingId: string }) => row.meetingId === meeting.id;
    const before = new Map(invited.filter(isHere).map((row) => [row.personId, row]));
    const said = new Map(answers.filter(isHere).map((row) => [row.personId, row]));
    const desk = deskOf(ctx, meeting, organiser);
    for (const id of idsOf([...staying.filter(isHere), ...before.values()])) {
      const person = people.get(id);
      if (person) await desk.tell(person, before.get(id), wanted.has(`${meeting.id} ${id}`), said.get(id));
    }
  }
}

const idsOf = (rows: { personId: string }[]): string[] => [...new Set(rows.map(({ personId }) => personId))];

/** Which of these meetings are wanted, as `meeting person`, without writing or sending anything. */
export async function findWantedBy(
  ctx: Ctx,
  meetingIds: readonly string[],
  { personId, exceptGroupId }: Whom,
): Promise<Set<string>> {
  if (meetingIds.length === 0) return new Set();
  const staying = exceptOf(await lockFollowers(ctx, meetingIds, personId), exceptGroupId);
  return findWanted(ctx, staying, await findPersonActors(ctx.db, idsOf(staying), ctx.now));
}

const exceptOf = (followers: Awaited<ReturnType<typeof lockFollowers>>, exceptGroupId: string | undefined) =>
  followers.filter(({ groupId }) => groupId !== exceptGroupId);

/** Which pairs of meeting and person are wanted: they follow a group of it, and belong to that group. */
async function findWanted(
  ctx: Ctx,
  followers: Awaited<ReturnType<typeof lockFollowers>>,
  people: Map<string, Person>,
): Promise<Set<string>> {
  const memberships = await findMemberships(ctx, [...new Set(followers.map(({ groupId }) => groupId))]);
  const byGroup = new Map(memberships.map((membership) => [membership.groupId, membership]));
  const may = followers.filter(({ groupId, personId }) => {
    const [person, group] = [people.get(personId), byGroup.get(groupId)];
    return person && group && mayGetInvitations(person, group);
  });
  return new Set(may.map(({ meetingId, personId }) => `${meetingId} ${personId}`));
}

interface Said {
  answer: AttendanceAnswer;
  timeAnswered: string;
}

/** What tells people of one meeting: its VEVENT is rendered once, at the first of them. */
function deskOf(ctx: Ctx, meeting: InvitedMeeting, organiser: Organiser) {
  let vevent: string | undefined;
  const render = () => {
    const at = (path: string) => organiser.site + path;
    const links = {
      meeting: (id: string) => at(paths.meeting(id)),
      agenda: (id: string) => at(paths.agenda(id)),
    };
    vevent ??= eventOfMeeting(meeting, links, at(paths.attendance(meeting.id)));
    return vevent;
  };
  return {
    async tell(person: Person, before: Told | undefined, isWanted: boolean, said: Said | undefined) {
      const news = newsFor(meeting, before, { isWanted, now: ctx.now });
      const secret = news && (await keepTold(ctx, meeting, { person, before, news }));
      if (!news || !secret) return;
      const current = said?.timeAnswered === timeOf(meeting) ? said.answer : null;
      const method = isCancel(news) ? "CANCEL" : "REQUEST";
      const text = invitationText(render(), {
        method,
        organizer: { name: meeting.bodies.join(", "), email: organiser.addressFor(secret) },
        attendee: { name: person.name, email: person.email, answer: current },
        now: ctx.now,
      });
      const answer = news === "moved" ? (said?.answer ?? null) : current;
      const { readsAnswers } = organiser;
      const letter = invitation({ meeting, news, answer, readsAnswers, calendar: { method, text } });
      await post(ctx, { email: person.email, personId: person.id }, letter, { recordId: meeting.id });
    },
  };
}

interface Telling {
  person: Person;
  before: Told | undefined;
  news: InvitationNews;
}

/** Notes what is told. The secret of the invitation; null if another run told it meanwhile. */
async function keepTold(ctx: Ctx, meeting: InvitedMeeting, { person, before, news }: Telling) {
  const { id: meetingId, sequence } = meeting;
  const ofPerson = and(
    eq(meetingInvitations.meetingId, meetingId),
    eq(meetingInvitations.personId, person.id),
  );
  const secret = { secret: meetingInvitations.secret };
  if (isCancel(news)) {
    const [row] = await ctx.db
      .update(meetingInvitations)
      .set({ sequence, sentAt: ctx.now, cancelledAt: ctx.now })
      .where(and(ofPerson, isNull(meetingInvitations.cancelledAt)))
      .returning(secret);
    return row?.secret ?? null;
  }
  const timeTold = timeOf(meeting);
  const timeSequence = before?.timeTold === timeTold ? before.timeSequence : sequence;
  const told = { sequence, timeTold, timeSequence, told: toldOf(meeting), sentAt: ctx.now };
  const [row] = await ctx.db
    .insert(meetingInvitations)
    .values({ meetingId, personId: person.id, secret: randomBytes(16).toString("hex"), ...told })
    .onConflictDoUpdate({
      target: [meetingInvitations.meetingId, meetingInvitations.personId],
      set: { ...told, cancelledAt: null },
      setWhere: or(
        sql`${meetingInvitations.cancelledAt} is not null`,
        ne(meetingInvitations.told, told.told),
      ),
    })
    .returning(secret);
  return row?.secret ?? null;
}
