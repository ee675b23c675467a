import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { NotAllowed } from "#app/domain/errors.ts";
import { publishAgenda } from "#app/domain/meetings/agenda/publish-agenda.server.ts";
import { disconnectCalendar } from "#app/domain/meetings/calendar/keeping/disconnect.server.ts";
import { saveGroups } from "#app/domain/meetings/calendar/keeping/save-groups.server.ts";
import { findConveners } from "#app/domain/meetings/find-conveners.server.ts";
import { followGroup } from "#app/domain/meetings/following/follow-group.server.ts";
import { calendarGroups } from "#db/schema/calendars.ts";
import { meetingOccurrences } from "#db/schema/diary/following.ts";
import { mails } from "#db/schema/keeping/mails.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { vevent } from "#test/factories/calendars.ts";
import { Diaries, meetingsIn } from "#test/factories/diaries.ts";
import { makeGroup, makePerson } from "#test/factories/meetings.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });

const joint = (...lines: string[]) =>
  vevent("UID:joint@county.example", "SUMMARY:HWB and ICP", ...withStart(lines));
const withStart = (lines: string[]) =>
  lines.some((line) => line.startsWith("DTSTART")) ? lines : ["DTSTART:20260611T090000Z", ...lines];
const own = (uid: string) =>
  vevent(`UID:${uid}@county.example`, "DTSTART:20260701T090000Z", `SUMMARY:${uid}`);

async function bodies(ctx: Ctx) {
  return {
    diaries: new Diaries(ctx),
    hwb: await makeGroup(ctx, { kind: "health-and-wellbeing-board", name: "HWB" }),
    icp: await makeGroup(ctx, { kind: "integrated-care-partnership", name: "ICP" }),
  };
}

const seen = async (ctx: Ctx) =>
  (await meetingsIn(ctx))
    .filter(({ title }) => title.startsWith("HWB"))
    .map(({ heldOn, status, bodies: of }) => [heldOn, status, of.join("+")]);

describe("case 44: one UID in the diaries of two bodies", () => {
  test.for([
    ["HWB", "ICP"],
    ["ICP", "HWB"],
  ])("case 44: is one meeting of both, whichever is read first (%s)", async ([first], { ctx }) => {
    const { diaries, hwb, icp } = await bodies(ctx);
    const [one, other] = first === "HWB" ? [hwb, icp] : [icp, hwb];
    await diaries.connect(one, "one", [joint()]);
    await diaries.connect(other, "other", [joint()]);
    expect(await seen(ctx)).toEqual([["2026-06-11", "planned", "HWB+ICP"]]);
    expect(await ctx.db.select().from(meetingOccurrences)).toHaveLength(1);
    await diaries.sync();
    expect(await seen(ctx)).toEqual([["2026-06-11", "planned", "HWB+ICP"]]);
  });

  test("case 44: who copies the UID of a meeting may not publish its agenda", async ({ ctx }) => {
    const { diaries, hwb, icp } = await bodies(ctx);
    const alone = await makeGroup(ctx, { name: "Typed" });
    await diaries.connect(hwb, "hwb", [joint()]);
    await diaries.connect(icp, "icp", [joint()]);
    const [meeting] = await ctx.db.select({ id: meetings.id }).from(meetings);
    const id = meeting?.id ?? "";
    expect(await findConveners(ctx, id)).toEqual([hwb.id]);
    await ctx.db.insert(meetingGroups).values({ meetingId: id, groupId: alone.id, position: 2 });
    expect(await findConveners(ctx, id)).toEqual([hwb.id, alone.id]);
    const ofIcp = await makePerson(ctx, [["secretariat", icp.id]]);
    await expect(publishAgenda({ ...ctx, actor: ofIcp }, id)).rejects.toThrow(NotAllowed);
  });

  test("case 44: a series is joined date by date", async ({ ctx }) => {
    const { diaries, hwb, icp } = await bodies(ctx);
    const series = joint("RRULE:FREQ=MONTHLY;COUNT=3");
    await diaries.connect(hwb, "hwb", [series]);
    await diaries.connect(icp, "icp", [series]);
    expect((await seen(ctx)).map(([, , of]) => of)).toEqual(["HWB+ICP", "HWB+ICP", "HWB+ICP"]);
  });

  test.for(["hwb", "icp"])(
    "case 44: if %s takes it out of its diary it stands with the other",
    async (leaving, { ctx }) => {
      const { diaries, hwb, icp } = await bodies(ctx);
      await diaries.connect(hwb, "hwb", [joint(), own("a"), own("b")]);
      await diaries.connect(icp, "icp", [joint(), own("c"), own("d")]);
      const [before] = await meetingsIn(ctx);
      await diaries.says(leaving, leaving === "hwb" ? [own("a"), own("b")] : [own("c"), own("d")]);
      expect(await seen(ctx)).toEqual([["2026-06-11", "planned", leaving === "hwb" ? "ICP" : "HWB"]]);
      expect((await meetingsIn(ctx))[0]?.id).toBe(before?.id);
      // It comes back into both, and then leaves both
      await diaries.says(
        leaving,
        leaving === "hwb" ? [joint(), own("a"), own("b")] : [joint(), own("c"), own("d")],
      );
      expect(await seen(ctx)).toEqual([["2026-06-11", "planned", "HWB+ICP"]]);
      await diaries.says("hwb", [own("a"), own("b")]);
      await diaries.says("icp", [own("c"), own("d")]);
      expect(await seen(ctx)).toMatchObject([["2026-06-11", "withdrawn", expect.any(String)]]);
    },
  );

  test("case 44: the diary that had it first decides, however high the other counts its SEQUENCE", async ({
    ctx,
  }) => {
    const { diaries, hwb, icp } = await bodies(ctx);
    await diaries.connect(hwb, "hwb", [joint(), own("a")]);
    await diaries.connect(icp, "icp", [joint("DTSTART:20260618T090000Z", "SEQUENCE:4"), own("c")]);
    expect(await seen(ctx)).toEqual([["2026-06-11", "planned", "HWB+ICP"]]);
    await diaries.says("icp", [joint("STATUS:CANCELLED", "SEQUENCE:99"), own("c")]);
    expect(await seen(ctx)).toEqual([["2026-06-11", "planned", "HWB+ICP"]]);
    await diaries.says("hwb", [
      joint("DTSTART:20260612T090000Z", "STATUS:TENTATIVE", "SEQUENCE:1"),
      own("a"),
    ]);
    expect(await seen(ctx)).toEqual([["2026-06-12", "tentative", "HWB+ICP"]]);
    await diaries.says("hwb", [joint("STATUS:CANCELLED", "SEQUENCE:2"), own("a")]);
    expect(await seen(ctx)).toEqual([["2026-06-11", "cancelled", "HWB+ICP"]]);
  });

  test("case 44: out of the first diary it is as the next says, and stays so when the first has it again", async ({
    ctx,
  }) => {
    const { diaries, hwb, icp } = await bodies(ctx);
    const later = joint("DTSTART:20260618T090000Z", "LOCATION:City Hall", "SEQUENCE:3");
    await diaries.connect(hwb, "hwb", [joint(), own("a"), own("b")]);
    await diaries.connect(icp, "icp", [later, own("c"), own("d")]);
    const [before] = await meetingsIn(ctx);
    await ctx.db
      .update(meetings)
      .set({ accessNotes: "Step-free" })
      .where(eq(meetings.id, before?.id ?? ""));
    await diaries.says("hwb", [own("a"), own("b")]);
    expect((await meetingsIn(ctx))[0]).toMatchObject({
      ...{ id: before?.id, heldOn: "2026-06-18", location: "City Hall", status: "planned" },
      ...{ movedFrom: before?.startsAt, bodies: ["ICP"], accessNotes: "Step-free", sequence: 1 },
    });
    await diaries.says("hwb", [joint("SEQUENCE:9"), own("a"), own("b")]);
    expect(await seen(ctx)).toEqual([["2026-06-18", "planned", "HWB+ICP"]]);
    await diaries.says("icp", [joint("DTSTART:20260619T090000Z", "SEQUENCE:4"), own("c"), own("d")]);
    expect(await seen(ctx)).toEqual([["2026-06-19", "planned", "HWB+ICP"]]);
  });

  test("case 44: a copy that joins what was withdrawn decides from then on", async ({ ctx }) => {
    const { diaries, hwb, icp } = await bodies(ctx);
    await diaries.connect(hwb, "hwb", [joint(), own("a")]);
    await diaries.says("hwb", [own("a")]);
    await diaries.connect(icp, "icp", [joint("DTSTART:20260618T090000Z")]);
    expect(await seen(ctx)).toEqual([["2026-06-18", "planned", "ICP"]]);
  });

  test.for(["withdraw", "keep"] as const)(
    "case 44: the first diary is disconnected (%s): it is as the other says",
    async (afterwards, { ctx }) => {
      const { diaries, hwb, icp } = await bodies(ctx);
      const { calendarId } = await diaries.connect(hwb, "hwb", [joint()]);
      await diaries.connect(icp, "icp", [joint("DTSTART:20260618T090000Z")]);
      await disconnectCalendar(ctx, calendarId, afterwards);
      const of = afterwards === "keep" ? "HWB+ICP" : "ICP";
      expect(await seen(ctx)).toEqual([["2026-06-18", "planned", of]]);
      await diaries.says("icp", [joint("DTSTART:20260619T090000Z", "SEQUENCE:1")]);
      expect(await seen(ctx)).toEqual([["2026-06-19", "planned", of]]);
    },
  );

  test("case 44: where the first group's rule no longer takes it, the next diary decides", async ({
    ctx,
  }) => {
    const { diaries, hwb, icp } = await bodies(ctx);
    await diaries.connect(hwb, "hwb", [joint("CATEGORIES:Board")], { by: "category", pattern: "Board" });
    await diaries.connect(icp, "icp", [joint("DTSTART:20260618T090000Z")]);
    expect(await seen(ctx)).toEqual([["2026-06-11", "planned", "HWB+ICP"]]);
    await diaries.says("hwb", [joint("CATEGORIES:Other")]);
    expect(await seen(ctx)).toEqual([["2026-06-18", "planned", "ICP"]]);
  });

  test("case 44: a group that is taken out of the second diary leaves the meeting, and its followers hear", async ({
    ctx,
  }) => {
    const { diaries, hwb, icp } = await bodies(ctx);
    const forum = await makeGroup(ctx, { kind: "forum", name: "Forum" });
    const actor = await makePerson(ctx, [["administrator", null]]);
    await followGroup({ ...ctx, actor }, forum.slug, { kind: "news" });
    await diaries.connect(hwb, "hwb", [joint()]);
    for (const body of [icp, forum]) await diaries.connect(body, "icp", [joint()]);
    expect(await seen(ctx)).toEqual([["2026-06-11", "planned", "Forum+HWB+ICP"]]);
    const [calendar] = await ctx.db.select().from(calendarGroups).where(eq(calendarGroups.groupId, icp.id));
    await saveGroups({ ...ctx, actor }, calendar?.calendarId ?? "", [icp.id]);
    expect(await seen(ctx)).toEqual([["2026-06-11", "planned", "HWB+ICP"]]);
    expect((await ctx.db.select().from(mails)).map(({ subject }) => subject)).toEqual([
      "No longer with your group: HWB and ICP, Thursday 11 June 2026, 10am",
    ]);
  });

  test("case 44: one diary calls it private, the other publishes it: it stands with the other", async ({
    ctx,
  }) => {
    const { diaries, hwb, icp } = await bodies(ctx);
    await diaries.connect(hwb, "hwb", [joint(), own("a")]);
    await diaries.connect(icp, "icp", [joint(), own("c")]);
    await diaries.says("hwb", [joint("CLASS:PRIVATE"), own("a")]);
    expect(await seen(ctx)).toEqual([["2026-06-11", "planned", "ICP"]]);
    expect((await meetingsIn(ctx)).map(({ isPublic }) => isPublic)).toEqual([true, true, true]);
  });

  test("programs that number their events from one are not mistaken for joint diaries", async ({ ctx }) => {
    const { diaries, hwb, icp } = await bodies(ctx);
    await diaries.connect(hwb, "hwb", [vevent("UID:1", "DTSTART:20260611T090000Z", "SUMMARY:HWB")]);
    await diaries.connect(icp, "icp", [vevent("UID:1", "DTSTART:20260715T130000Z", "SUMMARY:ICP")]);
    expect((await meetingsIn(ctx)).map(({ bodies: of }) => of)).toEqual([["HWB"], ["ICP"]]);
  });
});
