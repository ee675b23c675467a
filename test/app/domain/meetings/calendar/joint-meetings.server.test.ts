import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { meetingOccurrences } from "#db/schema/diary/following.ts";
import { vevent } from "#test/factories/calendars.ts";
import { Diaries, meetingsIn } from "#test/factories/diaries.ts";
import { makeGroup } from "#test/factories/meetings.ts";
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

  test("case 44: the newer version counts, whichever diary it is in", async ({ ctx }) => {
    const { diaries, hwb, icp } = await bodies(ctx);
    await diaries.connect(hwb, "hwb", [joint()]);
    await diaries.connect(icp, "icp", [joint()]);
    await diaries.says("icp", [joint("STATUS:CANCELLED", "SEQUENCE:2")]);
    expect(await seen(ctx)).toEqual([["2026-06-11", "cancelled", "HWB+ICP"]]);
    await diaries.says("hwb", [joint("DTSTART:20260612T090000Z", "SEQUENCE:1")]);
    expect(await seen(ctx)).toEqual([["2026-06-11", "cancelled", "HWB+ICP"]]);
    await diaries.says("hwb", [joint("DTSTART:20260612T090000Z", "SEQUENCE:3")]);
    expect(await seen(ctx)).toEqual([["2026-06-12", "planned", "HWB+ICP"]]);
  });

  test("case 44: a newer copy that comes later moves the meeting that is there", async ({ ctx }) => {
    const { diaries, hwb, icp } = await bodies(ctx);
    await diaries.connect(hwb, "hwb", [joint()]);
    await diaries.connect(icp, "icp", [joint("DTSTART:20260618T090000Z", "SEQUENCE:4")]);
    expect(await seen(ctx)).toEqual([["2026-06-18", "planned", "HWB+ICP"]]);
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
