import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { NotAllowed } from "#app/domain/errors.ts";
import { NotAnAnswer } from "#app/domain/meetings/invitations/answers/answer-mail.ts";
import { receiveAnswer, secretIn } from "#app/domain/meetings/invitations/answers/receive-answer.server.ts";
import { inviteTo } from "#app/domain/meetings/invitations/send-invitations.server.ts";
import { changes, people } from "#db/schema/accounts.ts";
import { meetingAttendances } from "#db/schema/diary/following.ts";
import { mails } from "#db/schema/keeping/mails.ts";
import { mailsTo } from "#test/factories/accounts-traces.ts";
import { type AnswerWords, replyMail, replyText } from "#test/factories/answers.ts";
import { change, invitationTo, makeInvited, organiser } from "#test/factories/invitations.ts";
import { makeGroup, makeMeeting } from "#test/factories/meetings.ts";
import { test, testContext } from "#test/setup/context.ts";

const answersAddress = "answers@assembly.example.org";
const job = testContext({ actor: { kind: "job", name: "test" } });

/** Somebody who was invited, and what their calendar would answer with. */
async function scene(ctx: Ctx) {
  const group = await makeGroup(ctx);
  const meeting = await makeMeeting(ctx, [group.id]);
  const person = await makeInvited(ctx, group.id, { email: "Zoe@example.org" });
  await inviteTo(ctx, [meeting.id], organiser);
  const { secret } = await invitationTo(ctx, meeting.id);
  const words: AnswerWords = {
    ...{ uid: `${meeting.id}@meetings.assembly`, to: organiser.addressFor(secret) },
    ...{ attendee: "zoe@example.org", partstat: "ACCEPTED" },
  };
  const receive = async (over: Partial<AnswerWords> = {}, how: Parameters<typeof replyMail>[1] = {}) =>
    receiveAnswer(ctx, { raw: await replyMail({ ...words, ...over }, how), answersAddress });
  const kept = () => ctx.db.select().from(meetingAttendances);
  return { meeting, person, words, receive, kept };
}

describe("an answer by mail", () => {
  job.for([
    ["ACCEPTED", "accepted"],
    ["TENTATIVE", "tentative"],
    ["DECLINED", "declined"],
  ] as const)(
    "%s is kept as said by whom it was asked of, with a record",
    async ([partstat, answer], { ctx }) => {
      const { meeting, person, receive, kept } = await scene(ctx);
      await receive({ partstat, comment: "I join\\, online" });
      expect(await kept()).toMatchObject([
        {
          personId: person.id,
          answer,
          way: "mail",
          comment: "I join, online",
          stampedAt: new Date("2026-04-14T08:30:00Z"),
        },
      ]);
      expect(await ctx.db.select().from(changes).where(eq(changes.nounId, meeting.id))).toMatchObject([
        {
          deed: "say whether coming",
          actorKind: "person",
          personId: person.id,
          after: { answer, way: "mail" },
        },
      ]);
    },
  );
  job("is read where it is an attachment alone", async ({ ctx }) => {
    const { receive, kept } = await scene(ctx);
    await receive({}, { as: "attachment" });
    expect(await kept()).toMatchObject([{ answer: "accepted" }]);
  });
  job("is read though Google marks it as made by a machine", async ({ ctx }) => {
    const { receive, kept } = await scene(ctx);
    await receive({}, { headers: { "Auto-Submitted": "auto-generated" } });
    expect(await kept()).toMatchObject([{ answer: "accepted" }]);
  });
  job("stands or falls by its DTSTAMP, whichever comes first", async ({ ctx }) => {
    const { receive, kept } = await scene(ctx);
    await receive({ partstat: "DECLINED", stamp: "20260414T084000Z" });
    await expect(receive({ partstat: "ACCEPTED", stamp: "20260414T083000Z" })).rejects.toThrow(NotAnAnswer);
    expect(await kept()).toMatchObject([{ answer: "declined" }]);
    await receive({ partstat: "TENTATIVE", stamp: "20260414T085000Z" });
    expect(await kept()).toMatchObject([{ answer: "tentative" }]);
  });
  job("with a clock that is years ahead does not have the last word", async ({ ctx }) => {
    const { receive, kept } = await scene(ctx);
    await receive({ partstat: "DECLINED", stamp: "20360414T084000Z" });
    expect(await kept()).toMatchObject([{ stampedAt: ctx.now }]);
    await receive({ partstat: "ACCEPTED", stamp: "20260414T090001Z" });
    expect(await kept()).toMatchObject([{ answer: "accepted" }]);
  });
  job(
    "to an older SEQUENCE counts where the time is still the same, and not once it moved",
    async ({ ctx }) => {
      const { meeting, receive, kept } = await scene(ctx);
      const renamed = await change(ctx, meeting, { title: "Spring meeting" });
      await inviteTo(ctx, [meeting.id], organiser);
      await receive({ sequence: 0 });
      expect(await kept()).toMatchObject([{ answer: "accepted" }]);
      await change(ctx, renamed, { heldOn: "2026-06-12", startsAt: new Date("2026-06-12T09:00:00Z") });
      await inviteTo(ctx, [meeting.id], organiser);
      const late = { partstat: "DECLINED", stamp: "20260414T085500Z" };
      await expect(receive({ ...late, sequence: 1 })).rejects.toThrow(/no longer has/);
      await receive({ ...late, sequence: 2 });
      expect(await kept()).toMatchObject([{ answer: "declined", timeAnswered: "2026-06-12T09:00:00.000Z/" }]);
    },
  );
});

describe("dropped without a word to anybody", () => {
  job.for<[string, Partial<AnswerWords>]>([
    ["an answer with a guessed secret", { to: `answers+${"0".repeat(32)}@assembly.example.org` }],
    ["an answer to the bare address", { to: answersAddress }],
    ["an answer to another meeting", { uid: "11111111-1111-4111-8111-111111111111@meetings.assembly" }],
    ["an answer by somebody it was not asked of", { attendee: "mallory@example.org" }],
    ["an answer that says nothing", { partstat: "NEEDS-ACTION" }],
    ["an answer that hands it on", { partstat: "DELEGATED" }],
    ["our own invitation come back", { method: "REQUEST" }],
    ["an organiser's refusal of another time", { method: "DECLINECOUNTER" }],
  ])("%s", async ([, over], { ctx }) => {
    const { receive, kept } = await scene(ctx);
    const before = await ctx.db.$count(mails);
    await expect(receive(over)).rejects.toThrow(NotAnAnswer);
    expect(await kept()).toEqual([]);
    expect(await ctx.db.$count(mails)).toBe(before);
  });
  job.for<[string, Record<string, string>]>([["an automatic reply", { "Auto-Submitted": "auto-replied" }]])(
    "%s",
    async ([, headers], { ctx }) => {
      const { receive } = await scene(ctx);
      await expect(receive({}, { headers })).rejects.toThrow(NotAnAnswer);
    },
  );
  job("a report of undelivered mail that carries an answer along", async ({ ctx }) => {
    const { words } = await scene(ctx);
    const raw = [
      ...[
        "From: mailer-daemon@example.org",
        `To: ${words.to}`,
        'Content-Type: multipart/report; boundary="b"',
        "",
      ],
      ...[
        "--b",
        "Content-Type: text/calendar; method=REPLY; charset=utf-8",
        "",
        replyText(words),
        "--b--",
        "",
      ],
    ].join("\r\n");
    await expect(receiveAnswer(ctx, { raw: Buffer.from(raw), answersAddress })).rejects.toThrow(/report/);
  });
  job("an answer once they are not invited any more, or the meeting is called off", async ({ ctx }) => {
    const { meeting, receive } = await scene(ctx);
    await change(ctx, meeting, { status: "cancelled" });
    await expect(receive()).rejects.toThrow(NotAnAnswer);
    await inviteTo(ctx, [meeting.id], organiser);
    await expect(receive()).rejects.toThrow(NotAnAnswer);
  });
  job("an answer by somebody who had their account erased", async ({ ctx }) => {
    const { person, receive } = await scene(ctx);
    await ctx.db.update(people).set({ erasedAt: ctx.now }).where(eq(people.id, person.id));
    await expect(receive()).rejects.toThrow(NotAnAnswer);
  });
});

job(
  "a proposal of another time gets one polite letter at the address that we know, and no answer is kept",
  async ({ ctx }) => {
    const { person, receive, kept } = await scene(ctx);
    await receive({ method: "COUNTER", partstat: "TENTATIVE" });
    await receive({ method: "COUNTER", partstat: "TENTATIVE" });
    const letters = (await mailsTo(ctx, person.email)).filter(({ kind }) => kind === "other time proposed");
    expect(letters).toHaveLength(1);
    expect(await kept()).toEqual([]);
  },
);

test("only the site's own doors hand in mails", async ({ ctx }) => {
  await expect(receiveAnswer(ctx, { raw: Buffer.from("x"), answersAddress })).rejects.toThrow(NotAllowed);
});

test("a secret is read from our own address alone", () => {
  const secret = "0123456789abcdef0123456789abcdef";
  expect(secretIn(`Answers+${secret.toUpperCase()}@ASSEMBLY.example.org`, answersAddress)).toEqual([secret]);
  for (const other of [
    `x+${secret}@assembly.example.org`,
    `answers+${secret}@example.org`,
    `answers+${secret}x@assembly.example.org`,
    "",
  ])
    expect(secretIn(other, answersAddress)).toEqual([]);
});

job(
  "whatever comes, nothing is thrown but the refusal",
  async ({ ctx }) => {
    const { words } = await scene(ctx);
    const good = (await replyMail(words)).toString("latin1");
    const cut = fc.tuple(fc.nat(good.length), fc.nat(200), fc.string({ unit: "binary", maxLength: 40 }));
    const bent = cut.map(([at, length, put]) => good.slice(0, at) + put + good.slice(at + length));
    const calendar = fc.tuple(fc.nat(600), fc.string({ unit: "binary", maxLength: 60 })).map(([at, put]) => {
      const text = replyText(words);
      return `To: ${words.to}\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n${text.slice(0, at)}${put}${text.slice(at)}`;
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(bent, calendar, fc.string({ unit: "binary" })), async (text) => {
        const given = { raw: Buffer.from(text, "utf8"), answersAddress };
        await ctx.db
          .transaction((db) => receiveAnswer({ ...ctx, db }, given))
          .catch((error) => {
            if (!(error instanceof NotAnAnswer)) throw error;
          });
      }),
      { numRuns: 300 },
    );
  },
  60_000,
);

describe("a mail that would keep us busy", () => {
  const lines = (count: number) => Buffer.from(`To: ${answersAddress}\r\n\r\n${"\r\n".repeat(count)}`);

  job("of hundreds of thousands of lines is dropped unread", async ({ ctx }) => {
    const { meeting } = await scene(ctx);
    const { secret } = await invitationTo(ctx, meeting.id);
    const recipients = [organiser.addressFor(secret)];
    const began = performance.now();
    const received = receiveAnswer(ctx, { raw: lines(900_000), recipients, answersAddress });
    await expect(received).rejects.toThrow("It has too many lines to be an answer.");
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  job("is not looked into where its envelope names a secret that nobody was given", async ({ ctx }) => {
    const { words } = await scene(ctx);
    const raw = await replyMail(words);
    const recipients = [organiser.addressFor("0".repeat(32))];
    await expect(receiveAnswer(ctx, { raw, recipients, answersAddress })).rejects.toThrow(NotAnAnswer);
  });
});
