import { eq, inArray } from "drizzle-orm";
import { findPersonActor } from "#app/domain/accounts/find.server.ts";
import { isJob } from "#app/domain/accounts/policy.ts";
import { uidsOfMeetings } from "#app/domain/calendars/feeds/own-feed.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { NotAllowed } from "#app/domain/errors.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { takesAnswers } from "#app/domain/meetings/attendance/answering.ts";
import { keepAnswer } from "#app/domain/meetings/attendance/keep-answer.server.ts";
import { findInvitedMeetings } from "#app/domain/meetings/invitations/find-invited.server.ts";
import { noOtherTime } from "#app/domain/meetings/invitations/letters.ts";
import { meetingInvitations } from "#db/schema/diary/following.ts";
import { meetings } from "#db/schema/meetings.ts";
import { NotAnAnswer, readAnswerMail } from "./answer-mail.ts";
import type { Reply } from "./reply.ts";

/** A mail as it came. `answersAddress` is where answers are to come; `recipients` are those of the envelope. */
export interface IncomingMail {
  raw: Uint8Array;
  answersAddress: string;
  recipients?: readonly string[];
}

/**
 * Keeps the answer in a mail, as said by whom it was asked of: the secret in the organiser's address, the meeting's
 * UID and the attendee's address must fit one invitation. The later DTSTAMP stands, and an answer to an older SEQUENCE
 * only if the time is still the same. Throws NotAnAnswer, after which the mail is to be dropped without a word to
 * anybody: whoever sent it may not be whom it names. Any other error means that it may be tried again.
 */
export async function receiveAnswer(ctx: Ctx, mail: IncomingMail): Promise<void> {
  if (!isJob(ctx.actor)) throw new NotAllowed("hand in answers that came by mail");
  await refuseUnknown(ctx, mail);
  const { replies, recipients } = await readAnswerMail(mail.raw);
  const secrets = [...recipients, ...(mail.recipients ?? [])].flatMap((to) =>
    secretIn(to, mail.answersAddress),
  );
  if (secrets.length === 0) throw new NotAnAnswer("It is not addressed to an invitation of ours.");
  await ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const invitation = await findInvitation(inside, secrets, replies);
    await keepReply(inside, invitation);
  });
}

/** Whoever sends to made-up secrets does not have us read megabytes: where the envelope is known, it is looked at first. */
async function refuseUnknown({ db }: Ctx, { recipients = [], answersAddress }: IncomingMail): Promise<void> {
  if (recipients.length === 0) return;
  const secrets = recipients.flatMap((to) => secretIn(to, answersAddress));
  const { id, secret } = meetingInvitations;
  const known =
    secrets.length > 0 &&
    (await db.select({ id }).from(meetingInvitations).where(inArray(secret, secrets)).limit(1));
  if (!known || known.length === 0) throw new NotAnAnswer("It answers no invitation that we know.");
}

/** The secret in `answers+0123…@assembly.example.org`; none in any other address. */
export function secretIn(address: string, answersAddress: string): string[] {
  const [box = "", host = ""] = answersAddress.toLowerCase().split("@");
  const [local = "", at = ""] = address.trim().toLowerCase().split("@");
  if (at !== host || !local.startsWith(`${box}+`)) return [];
  const secret = local.slice(box.length + 1);
  return /^[0-9a-f]{32}$/.test(secret) ? [secret] : [];
}

interface Answered {
  invitation: typeof meetingInvitations.$inferSelect;
  person: Person;
  reply: Reply;
}

async function findInvitation(ctx: Ctx, secrets: string[], replies: Reply[]): Promise<Answered> {
  const rows = await ctx.db
    .select()
    .from(meetingInvitations)
    .where(inArray(meetingInvitations.secret, secrets));
  const found = rows.flatMap((invitation) => {
    const reply = replies.find(({ uid }) => uid.toLowerCase() === `${invitation.meetingId}${uidsOfMeetings}`);
    return reply ? [{ invitation, reply }] : [];
  });
  const [first] = found;
  if (!first) throw new NotAnAnswer("It answers no invitation that we know.");
  const person = await findPersonActor(ctx.db, first.invitation.personId, ctx.now);
  const isTheirs = first.reply.attendees.some(({ email }) => email === person?.email.toLowerCase());
  if (!person || !isTheirs) throw new NotAnAnswer("It is not from whom the invitation went to.");
  return { ...first, person };
}

const DAY_MS = 86_400_000;

async function keepReply(ctx: Ctx, { invitation, person, reply }: Answered): Promise<void> {
  const { meetingId, timeTold, timeSequence, cancelledAt } = invitation;
  // It does not move while the answer is kept
  await ctx.db.select({ id: meetings.id }).from(meetings).where(eq(meetings.id, meetingId)).for("share");
  const [meeting] = await findInvitedMeetings(ctx, [meetingId]);
  if (!meeting || cancelledAt || !takesAnswers(meeting, ctx.now))
    throw new NotAnAnswer("Its meeting is over or called off, or they are not invited any more.");
  if (reply.method === "COUNTER") {
    const onceKey = `counter ${invitation.id} ${invitation.sequence}`;
    const letter = noOtherTime(meeting);
    await post(ctx, { email: person.email, personId: person.id }, letter, { recordId: meetingId, onceKey });
    return;
  }
  if (reply.sequence < timeSequence)
    throw new NotAnAnswer("It is about a time that the meeting no longer has.");
  const answer = reply.attendees.find(({ email }) => email === person.email.toLowerCase())?.answer;
  if (!answer) throw new NotAnAnswer("It says neither yes, perhaps nor no.");
  const said = { ...ctx, actor: person };
  const isKept = await keepAnswer(said, {
    ...{ meetingId, personId: person.id, answer, way: "mail" as const, comment: reply.comment },
    ...{ timeAnswered: timeTold, stampedAt: stampOf(reply, ctx.now) },
  });
  if (!isKept) throw new NotAnAnswer("They have said something else since.");
}

/** A clock that is fast must not have the last word for ever. */
function stampOf({ stampedAt }: Reply, now: Date): Date {
  return stampedAt && stampedAt.getTime() < now.getTime() + DAY_MS ? stampedAt : now;
}
