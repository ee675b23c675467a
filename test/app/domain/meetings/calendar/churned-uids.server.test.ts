import { describe, expect } from "vitest";
import { vevent } from "#test/factories/calendars.ts";
import { Diaries, meetingsIn } from "#test/factories/diaries.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });

const at = (uid: string, where: string, day = "20260605") =>
  vevent(`UID:${uid}@x.example`, `DTSTART:${day}T090000Z`, "DURATION:PT1H", `LOCATION:${where}`);

describe("case 48: two events of one title and time at different venues", () => {
  test("case 48: are two meetings, each with its own place", async ({ ctx }) => {
    const diaries = new Diaries(ctx);
    await diaries.connect(await makeGroup(ctx), "forum", [at("a", "Norwich"), at("b", "Yarmouth")]);
    expect((await meetingsIn(ctx)).map(({ location }) => location).sort()).toEqual(["Norwich", "Yarmouth"]);
  });

  test.for([
    ["all names are new, in another order", ["c", "d", "e", "f", "g"]],
    ["four names of five are new", ["e", "d", "g", "f", "1"]],
  ] as const)("case 48: stay two, each what it was, when %s", async ([, names], { ctx }) => {
    const diaries = new Diaries(ctx);
    const others = [
      at("1", "Norwich", "20260619"),
      at("2", "Norwich", "20260626"),
      at("3", "Dereham", "20260626"),
    ];
    await diaries.connect(await makeGroup(ctx), "forum", [
      at("a", "Norwich"),
      at("b", "Yarmouth"),
      ...others,
    ]);
    const before = (await meetingsIn(ctx)).map(({ id, location, heldOn }) => [id, location, heldOn]);
    const [first, second, third, fourth, fifth] = names;
    const reports = await diaries.says("forum", [
      at(third, "Dereham", "20260626"),
      at(second, "Yarmouth"),
      at(fourth, "Norwich", "20260626"),
      at(first, "Norwich"),
      at(fifth, "Norwich", "20260619"),
    ]);
    expect(reports).toMatchObject([{ added: 0, changed: 0, withdrawn: 0, problem: null }]);
    const after = await meetingsIn(ctx);
    expect(after.map(({ id, location, heldOn }) => [id, location, heldOn])).toEqual(before);
    expect(after.every(({ status }) => status === "planned")).toBe(true);
  });
});
