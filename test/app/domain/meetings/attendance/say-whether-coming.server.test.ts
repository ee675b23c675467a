import { desc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotAllowed, NotFound } from "#app/domain/errors.ts";
import { findAttendance } from "#app/domain/meetings/attendance/find-attendance.server.ts";
import { sayWhetherComing } from "#app/domain/meetings/attendance/say-whether-coming.server.ts";
import { findMeeting } from "#app/domain/meetings/find.server.ts";
import { changes } from "#db/schema/accounts.ts";
import { meetingAttendances } from "#db/schema/diary/following.ts";
import type { AttendanceAnswer } from "#db/vocabulary-diary.ts";
import { as, makeAccount } from "#test/factories/accounts.ts";
import { makeSeat } from "#test/factories/groups.ts";
import { change } from "#test/factories/invitations.ts";
import { makeGroup, makeMeeting, makePerson } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";

/** A group, a meeting two months ahead, and somebody with a seat. */
async function scene(ctx: Ctx, over: Parameters<typeof makeMeeting>[2] = {}) {
  const group = await makeGroup(ctx);
  const meeting = await makeMeeting(ctx, [group.id], over);
  const person = await makeAccount(ctx, { name: "Zoë Grüneklee" });
  await makeSeat(ctx, group.id, { personId: person.id });
  const say = (answer: AttendanceAnswer, comment = "", time = "") =>
    sayWhetherComing(as(ctx, person), meeting.id, { answer, comment, time });
  const seen = async (by = person) => findAttendance(as(ctx, by), await findMeeting(as(ctx, by), meeting.id));
  return { group, meeting, person, say, seen };
}

describe("saying whether one comes", () => {
  test("is kept with its record, and said again the later answer stands", async ({ ctx }) => {
    const { meeting, person, say } = await scene(ctx);
    await say("accepted", "I join online");
    await say("declined");
    const rows = await ctx.db.select().from(meetingAttendances);
    expect(rows).toMatchObject([
      { personId: person.id, answer: "declined", way: "page", comment: "", stampedAt: ctx.now },
    ]);
    const records = await ctx.db
      .select()
      .from(changes)
      .where(eq(changes.nounId, meeting.id))
      .orderBy(desc(changes.at));
    expect(records).toHaveLength(2);
    expect(records).toContainEqual(
      expect.objectContaining({
        deed: "say whether coming",
        personId: person.id,
        before: { answer: "accepted" },
        after: { answer: "declined", way: "page" },
      }),
    );
    expect(JSON.stringify(records)).not.toContain("I join online");
  });
  test("twice the same is one change", async ({ ctx }) => {
    const { meeting, say } = await scene(ctx);
    await say("accepted");
    await say("accepted");
    expect(await ctx.db.select().from(changes).where(eq(changes.nounId, meeting.id))).toHaveLength(1);
  });
  test("is for those who belong to the group", async ({ ctx }) => {
    const { meeting, seen } = await scene(ctx);
    const outsider = await makeAccount(ctx);
    const input = { answer: "accepted", comment: "", time: "" } as const;
    await expect(sayWhetherComing(as(ctx, outsider), meeting.id, input)).rejects.toThrow(NotAllowed);
    await expect(sayWhetherComing(ctx, meeting.id, input)).rejects.toThrow(NotAllowed);
    expect(await seen(outsider)).toBeNull();
    const hidden = await makeMeeting(ctx, [(await makeGroup(ctx)).id], { isPublic: false });
    await expect(sayWhetherComing(as(ctx, outsider), hidden.id, input)).rejects.toThrow(NotFound);
  });
  test.for([
    ["was called off", { status: "cancelled" }, /called off/],
    [
      "is over",
      {
        heldOn: "2026-04-14",
        startsAt: new Date("2026-04-14T07:00:00Z"),
        endsAt: new Date("2026-04-14T08:59:00Z"),
      },
      /over/,
    ],
    ["was yesterday, whenever it ended", { heldOn: "2026-04-13" }, /over/],
    ["was held", { status: "held" }, /over/],
  ] as const)("is too late once it %s", async ([, over, words], { ctx }) => {
    const { say } = await scene(ctx, over);
    await expect(say("accepted")).rejects.toThrow(Conflict);
    await expect(say("accepted")).rejects.toThrow(words);
  });
  test("is possible while the meeting lasts, and all day where nobody knows when it ends", async ({
    ctx,
  }) => {
    const today = { heldOn: "2026-04-14", startsAt: new Date("2026-04-14T08:00:00Z") };
    const { say, seen } = await scene(ctx, today);
    await say("accepted");
    expect(await seen()).toMatchObject({ takesAnswers: true, mine: { answer: "accepted" } });
  });
  test("about a time that is no longer so is refused: the meeting moved while they looked", async ({
    ctx,
  }) => {
    const { meeting, say, seen } = await scene(ctx);
    const time = (await seen())?.time ?? "";
    await change(ctx, meeting, { heldOn: "2026-06-12", startsAt: new Date("2026-06-12T09:00:00Z") });
    await expect(say("accepted", "", time)).rejects.toThrow(/moved while you were answering/);
  });
});

describe("who comes", () => {
  test("is told by name to those who run the group, and as numbers to its members", async ({ ctx }) => {
    const { group, say, seen } = await scene(ctx);
    await say("accepted", "I join online");
    const lead = await makePerson(ctx, [["group-lead", group.id]]);
    const counts = { accepted: 1, tentative: 0, declined: 0 };
    expect(await seen()).toMatchObject({ counts, people: null, mine: { answer: "accepted" } });
    expect(await seen(lead)).toMatchObject({
      counts,
      mine: null,
      people: [{ name: "Zoë Grüneklee", answer: "accepted", comment: "I join online", isOld: false }],
    });
    const elsewhere = await makePerson(ctx, [["group-lead", (await makeGroup(ctx)).id]]);
    expect(await seen(elsewhere)).toBeNull();
    expect(await seen(await makePerson(ctx, [["administrator", null]]))).toMatchObject({
      isInvited: false,
      people: [{ name: "Zoë Grüneklee" }],
    });
  });
  test("counts no answer from before the meeting moved, yet shows it as such", async ({ ctx }) => {
    const { group, meeting, say, seen } = await scene(ctx);
    await say("accepted");
    await change(ctx, meeting, { heldOn: "2026-06-12", startsAt: new Date("2026-06-12T09:00:00Z") });
    const lead = await makePerson(ctx, [["group-lead", group.id]]);
    expect(await seen(lead)).toMatchObject({
      counts: { accepted: 0 },
      people: [{ answer: "accepted", isOld: true }],
    });
    await say("accepted");
    expect(await seen(lead)).toMatchObject({ counts: { accepted: 1 }, people: [{ isOld: false }] });
  });
});
