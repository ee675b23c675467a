import { and, eq, sql } from "drizzle-orm";
import type { Ctx, Person } from "#app/domain/context.ts";
import type { Letter } from "#app/domain/mail/letter.ts";
import type { Organiser } from "#app/gateways/organiser.server.ts";
import { groupFollowers, meetingInvitations } from "#db/schema/diary/following.ts";
import { seats } from "#db/schema/groups.ts";
import { mails } from "#db/schema/keeping/mails.ts";
import { meetings } from "#db/schema/meetings.ts";
import { makeAccount } from "./accounts.ts";
import { makeSeat } from "./groups.ts";

/** A site that reads the answers that are mailed to it. */
export const organiser: Organiser = {
  site: "https://assembly.example.org",
  addressFor: (secret) => `answers+${secret}@assembly.example.org`,
  readsAnswers: true,
};

/** Somebody with a seat in the group, who wants its meetings as invitations. */
export async function makeInvited(
  ctx: Ctx,
  groupId: string,
  over: Parameters<typeof makeAccount>[1] = {},
): Promise<Person> {
  const person = await makeAccount(ctx, over);
  const seatNumber = 1 + (await ctx.db.$count(seats, eq(seats.groupId, groupId)));
  await makeSeat(ctx, groupId, { seatNumber, personId: person.id });
  await ctx.db.insert(groupFollowers).values({ groupId, personId: person.id, kind: "invitations" });
  return person;
}

/** The invitations mailed to somebody, in their order: how each is called, and its lines unfolded. */
export async function invitationsTo({ db }: Ctx, { id }: Person) {
  const rows = await db
    .select()
    .from(mails)
    .where(and(eq(mails.personId, id), eq(mails.kind, "meeting invitation")))
    .orderBy(mails.createdAt, sql`${mails}.ctid`);
  return rows.map(({ letter, subject }) => {
    const { calendar, body } = letter as Letter;
    const text = calendar?.text ?? "";
    return { subject, body, method: calendar?.method, text, lines: text.replace(/\r\n /g, "").split("\r\n") };
  });
}

/** The only invitation to a meeting. */
export async function invitationTo({ db }: Ctx, meetingId: string) {
  const [row] = await db.select().from(meetingInvitations).where(eq(meetingInvitations.meetingId, meetingId));
  if (!row) throw new Error("Nobody is invited");
  return row;
}

/** Changes a meeting as its calendar would. */
export async function change(
  { db, now }: Ctx,
  meeting: { id: string; sequence: number },
  values: Partial<typeof meetings.$inferInsert>,
) {
  const [row] = await db
    .update(meetings)
    .set({ sequence: meeting.sequence + 1, updatedAt: now, ...values })
    .where(eq(meetings.id, meeting.id))
    .returning();
  if (!row) throw new Error("There is no such meeting");
  return row;
}
