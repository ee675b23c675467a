import { describe, expect } from "vitest";
import { NotFound } from "#app/domain/errors.ts";
import { findDiffering, findHeldToo } from "#app/domain/meetings/calendar/find-differing.server.ts";
import { vevent } from "#test/factories/calendars.ts";
import { Diaries, meetingsIn } from "#test/factories/diaries.ts";
import { makeGroup, makePerson } from "#test/factories/meetings.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });

const joint = (start: string, ...lines: string[]) =>
  vevent("UID:joint@county.example", "SUMMARY:Joint meeting", `DTSTART:${start}`, ...lines);
const again = (...lines: string[]) =>
  vevent("UID:again@county.example", "SUMMARY:Again", "DTSTART:20260702T090000Z", ...lines);

describe("case 44: a calendar whose copy of a joint meeting says something else", () => {
  test("is told what the one that had it first says, until the two agree", async ({ ctx }) => {
    const [hwb, icp] = [await makeGroup(ctx, { name: "HWB" }), await makeGroup(ctx, { name: "ICP" })];
    const lead = { ...ctx, actor: await makePerson(ctx, [["group-lead", icp.id]]) };
    const diaries = new Diaries(ctx);
    const first = await diaries.connect(hwb, "hwb", [
      joint("20260611T090000Z", "LOCATION:County Hall"),
      again("LOCATION:County Hall"),
    ]);
    const { calendarId } = await diaries.connect(icp, "icp", [
      joint("20260618T090000Z", "LOCATION:City Hall", "SEQUENCE:4"),
      again(),
    ]);
    const [meeting] = await meetingsIn(ctx);
    expect(await findDiffering(lead, calendarId)).toEqual([
      {
        ...{ meetingId: meeting?.id, title: "Joint meeting", groups: ["HWB"] },
        here: { when: "Thursday 18 June 2026, 10am", location: "City Hall", status: "planned" },
        shown: { when: "Thursday 11 June 2026, 10am", location: "County Hall", status: "planned" },
      },
    ]);
    expect(await findDiffering(ctx, first.calendarId)).toEqual([]);
    await expect(findDiffering(lead, first.calendarId)).rejects.toThrow(NotFound);

    await diaries.says("icp", [joint("20260611T090000Z", "SEQUENCE:5"), again("STATUS:CANCELLED")]);
    expect(await findDiffering(lead, calendarId)).toMatchObject([
      { title: "Again", here: { status: "cancelled" }, shown: { status: "planned" } },
    ]);
    await diaries.says("icp", [joint("20260611T090000Z", "SEQUENCE:5"), again("SEQUENCE:1")]);
    expect(await findDiffering(lead, calendarId)).toEqual([]);
  });

  test("what is over is not brought up", async ({ ctx }) => {
    const [hwb, icp] = [await makeGroup(ctx), await makeGroup(ctx)];
    const diaries = new Diaries(ctx);
    await diaries.connect(hwb, "hwb", [joint("20260611T090000Z")]);
    const { calendarId } = await diaries.connect(icp, "icp", [joint("20260618T090000Z")]);
    expect(await findDiffering(ctx, calendarId)).toHaveLength(1);
    const later = new Date("2026-06-12T09:00:00Z");
    expect(await findDiffering({ ...ctx, now: later }, calendarId)).toEqual([]);
  });
});

test("case 44: those who keep the first calendar see which groups have its meetings in theirs", async ({
  ctx,
}) => {
  const [hwb, icp] = [await makeGroup(ctx, { name: "HWB" }), await makeGroup(ctx, { name: "ICP" })];
  const diaries = new Diaries(ctx);
  const first = await diaries.connect(hwb, "hwb", [joint("20260611T090000Z"), again()]);
  const second = await diaries.connect(icp, "icp", [joint("20260611T090000Z"), again()]);
  const [lead, other] = [
    { ...ctx, actor: await makePerson(ctx, [["group-lead", hwb.id]]) },
    { ...ctx, actor: await makePerson(ctx, [["group-lead", icp.id]]) },
  ];
  expect(await findHeldToo(lead, first.calendarId)).toEqual([{ name: "ICP", slug: icp.slug, meetings: 2 }]);
  expect(await findHeldToo(other, second.calendarId)).toEqual([]);
  await expect(findHeldToo(other, first.calendarId)).rejects.toThrow(NotFound);
  await diaries.says("icp", [joint("20260611T090000Z")]);
  expect(await findHeldToo(lead, first.calendarId)).toMatchObject([{ meetings: 1 }]);
});
