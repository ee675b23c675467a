import { sql } from "drizzle-orm";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { inviteTo } from "#app/domain/meetings/invitations/send-invitations.server.ts";
import { startInboundMail } from "#app/jobs/mails/inbound-mail.ts";
import { changes, people } from "#db/schema/accounts.ts";
import { meetingAttendances } from "#db/schema/diary/following.ts";
import { groups } from "#db/schema/groups.ts";
import { mails } from "#db/schema/keeping/mails.ts";
import { meetings } from "#db/schema/meetings.ts";
import { replyMail } from "#test/factories/answers.ts";
import { invitationTo, makeInvited, organiser } from "#test/factories/invitations.ts";
import { makeGroup, makeMeeting } from "#test/factories/meetings.ts";
import { connection } from "#test/setup/context.ts";

// The listener has a connection of its own, so rows are real and are taken away again here.
const { db } = connection();
const ctx: Ctx = { db, actor: { kind: "visitor" }, now: new Date() };
const ANSWERS_ADDRESS = "answers@assembly.example.org";
const logged: string[] = [];
const log = (_level: string, message: string) => void logged.push(message);

afterAll(async () => {
  await db.execute(sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`);
  for (const table of [meetings, groups, mails, changes, people]) await db.delete(table);
});

describe.each(["smtp", "lmtp"])("mail that comes in by %s", (protocol) => {
  let listener: Awaited<ReturnType<typeof startInboundMail>>;
  beforeAll(async () => {
    listener = await startInboundMail({ db }, log, {
      INBOUND_MAIL: `${protocol}://127.0.0.1:0`,
      ANSWERS_ADDRESS,
    });
  });
  afterAll(() => listener.stop());

  /** Hands a mail over as a mail server would; by LMTP each recipient has an answer of their own. */
  const bring = async (raw: Buffer, to: string, port = listener.port) => {
    const transport = createTransport({
      host: "127.0.0.1",
      port,
      lmtp: protocol === "lmtp",
      ignoreTLS: true,
    });
    const { rejectedErrors = [] } = await transport.sendMail({
      envelope: { from: "zoe@example.org", to },
      raw,
    });
    for (const error of rejectedErrors) throw error;
  };

  test("is taken for an invitation, kept as an answer, and refused to every other address", async () => {
    const group = await makeGroup(ctx);
    const inAMonth = new Date(ctx.now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
    const meeting = await makeMeeting(ctx, [group.id], { heldOn: inAMonth });
    const person = await makeInvited(ctx, group.id);
    await inviteTo(ctx, [meeting.id], organiser);
    const to = organiser.addressFor((await invitationTo(ctx, meeting.id)).secret);
    const uid = `${meeting.id}@meetings.assembly`;
    const raw = await replyMail({ uid, to, attendee: person.email, partstat: "DECLINED" });
    await bring(raw, to);
    expect(await db.select().from(meetingAttendances)).toMatchObject([
      { personId: person.id, answer: "declined" },
    ]);
    await expect(bring(raw, "somebody@example.net")).rejects.toThrow(/550/);
    await expect(bring(raw, ANSWERS_ADDRESS)).rejects.toThrow(/550/);
    await db.delete(meetingAttendances);
  });
  test("and is forged is taken and dropped: its sender learns nothing, and the log names nobody", async () => {
    logged.length = 0;
    const to = organiser.addressFor("0".repeat(32));
    const raw = await replyMail({
      uid: "x@meetings.assembly",
      to,
      attendee: "m@example.org",
      partstat: "ACCEPTED",
    });
    await bring(raw, to);
    expect(logged).toEqual(["A mail was dropped. It answers no invitation that we know."]);
    expect(await db.select().from(meetingAttendances)).toEqual([]);
  });
  test("and is too large is refused before it is read", async () => {
    const to = organiser.addressFor("0".repeat(32));
    await expect(bring(Buffer.alloc(2_100_000, "x\r\n"), to)).rejects.toThrow(/552/);
  });
  test("is to be brought again when the database is not there", async () => {
    const broken = new Proxy(db, {
      get: () => {
        throw new Error("gone");
      },
    });
    const other = await startInboundMail({ db: broken }, log, {
      INBOUND_MAIL: `${protocol}://127.0.0.1:0`,
      ANSWERS_ADDRESS,
    });
    const to = organiser.addressFor("0".repeat(32));
    const raw = await replyMail({
      uid: "x@meetings.assembly",
      to,
      attendee: "m@example.org",
      partstat: "ACCEPTED",
    });
    await expect(bring(raw, to, other.port)).rejects.toThrow(/451/);
    await other.stop();
  });
});

test("nothing listens unless it is told to", async () => {
  expect(await startInboundMail({ db }, log, { INBOUND_MAIL: undefined, ANSWERS_ADDRESS })).toMatchObject({
    port: 0,
  });
});
