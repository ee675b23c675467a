import { describe, expect, test } from "vitest";
import { dayRulesInWords } from "#app/domain/services/bank-holidays.ts";
import { type DayRules, nextOpening, opensOn } from "#app/domain/services/opens-on.ts";
import type { Schedule } from "#app/domain/services/schedule.ts";

const schedule = (over: Partial<Schedule>): Schedule => ({
  ...{
    validFrom: null,
    validTo: null,
    dtstart: null,
    freq: "WEEKLY",
    interval: 1,
    byday: null,
    bymonthday: null,
  },
  ...{ opensAt: "10:00:00", closesAt: "12:00:00", description: "", isClosed: false },
  ...over,
});
const closure = (validFrom: string, validTo = validFrom) =>
  schedule({ freq: null, isClosed: true, opensAt: null, closesAt: null, validFrom, validTo });

/** Days of April and May 2026 on which it is open: the 1st of April is a Wednesday. */
function openDays(...rows: Partial<Schedule>[]): string[] {
  const days = Array.from({ length: 61 }, (_, at) =>
    new Date(Date.UTC(2026, 3, 1 + at)).toISOString().slice(0, 10),
  );
  return days.filter((day) => opensOn(rows.map(schedule), day).length > 0).map((day) => day.slice(5));
}

describe("days on which it is open", () => {
  test.each<[string, Partial<Schedule>, string[]]>([
    ["a weekday", { byday: "TU", validTo: "2026-04-21" }, ["04-07", "04-14", "04-21"]],
    [
      "every second week, counted from its first",
      { byday: "TH", interval: 2, dtstart: "2026-03-26" },
      ["04-09", "04-23", "05-07", "05-21"],
    ],
    ["a week of the month", { freq: "MONTHLY", byday: "1TU,-1FR" }, ["04-07", "04-24", "05-05", "05-29"]],
    ["a day of the month", { freq: "MONTHLY", bymonthday: "15,-1" }, ["04-15", "04-30", "05-15", "05-31"]],
    ["every second month", { freq: "MONTHLY", byday: "1TU", interval: 2, dtstart: "2026-03-03" }, ["05-05"]],
    ["named days", { freq: null, validFrom: "2026-04-04", validTo: "2026-04-05" }, ["04-04", "04-05"]],
    ["one day", { freq: null, dtstart: "2026-04-04" }, ["04-04"]],
    ["words alone", { freq: null, opensAt: null, closesAt: null, description: "By appointment" }, []],
  ])("%s", (_, row, days) => expect(openDays(row)).toEqual(days));

  test("a closure shuts its days, and special hours stand in place of the usual ones", () => {
    expect(openDays({ byday: "TU", validTo: "2026-04-21" }, closure("2026-04-06", "2026-04-14"))).toEqual([
      "04-21",
    ]);
    const special = schedule({
      freq: null,
      validFrom: "2026-04-07",
      validTo: "2026-04-07",
      opensAt: "14:00",
    });
    expect(opensOn([schedule({ byday: "TU" }), special], "2026-04-07")).toEqual([special]);
    expect(opensOn([schedule({ byday: "TU" }), special, closure("2026-04-07")], "2026-04-07")).toEqual([
      special,
    ]);
  });
});

const early = { day: "2026-05-04", name: "Early May bank holiday" };
const rules = (over: Partial<DayRules> = {}): DayRules => ({
  ...{ bankHolidays: null, isTermTimeOnly: false, holidays: [early] },
  ...over,
});
const mondays = [schedule({ byday: "MO" })];
const next = (over: Partial<DayRules>, day: string, time: string) =>
  nextOpening(mondays, rules(over), { day, time });

describe("when somebody could go next", () => {
  test("is today until it closes, and says that it is open now", () => {
    expect(next({}, "2026-04-27", "09:00")).toMatchObject({ day: "2026-04-27", isNow: false });
    expect(next({}, "2026-04-27", "11:59")).toMatchObject({ day: "2026-04-27", isNow: true });
    expect(next({}, "2026-04-27", "12:00")).toMatchObject({ day: "2026-05-04", isNow: false });
  });

  test("passes over a bank holiday on which it is closed, and says where to ask first", () => {
    expect(next({ bankHolidays: "closed" }, "2026-04-28", "09:00")).toMatchObject({ day: "2026-05-11" });
    expect(next({ bankHolidays: "open" }, "2026-04-28", "09:00")).toMatchObject({ askFirst: null });
    expect(next({ bankHolidays: "ask" }, "2026-04-28", "09:00")).toMatchObject({
      day: "2026-05-04",
      askFirst: "Early May bank holiday",
    });
  });

  test("is not guessed for what keeps to school terms, or says nothing of its days", () => {
    expect(next({ isTermTimeOnly: true }, "2026-04-28", "09:00")).toBeNull();
    expect(nextOpening([], rules(), { day: "2026-04-28", time: "09:00" })).toBeNull();
  });
});

describe("what its rules mean", () => {
  const said = (over: Partial<DayRules>, day = "2026-04-28") => dayRulesInWords(mondays, rules(over), day);

  test("the next bank holiday on a day of its own is named", () => {
    const nextOne = "next on 4 May 2026 (Early May bank holiday)";
    expect(said({ bankHolidays: "closed" })).toEqual([`Closed on bank holidays, ${nextOne}`]);
    expect(said({ bankHolidays: "ask" })).toEqual([`Ask before you come on a bank holiday, ${nextOne}`]);
    expect(said({ bankHolidays: "open" })).toEqual(["Open on bank holidays"]);
    expect(said({ bankHolidays: "closed" }, "2026-01-05")).toEqual(["Closed on bank holidays"]);
  });

  test("term time is said", () => expect(said({ isTermTimeOnly: true })[0]).toMatch(/term time only/));
});
