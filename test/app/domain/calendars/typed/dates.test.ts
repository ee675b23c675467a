import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datesOf, listedUntil } from "#app/domain/calendars/typed/dates.ts";
import type { EventTimes } from "#app/domain/calendars/typed/event-fields.ts";
import {
  type Repeats,
  repeatsInWords,
  repeatsOf,
  ruleOf,
  untilOf,
} from "#app/domain/calendars/typed/repeats.ts";
import { londonClock } from "#app/domain/london-time.ts";

/** It is Tuesday 14 April 2026, 10am in London. */
const now = new Date("2026-04-14T09:00:00Z");
const shown = { summary: "Friday café", location: "Hall", onlineUrl: null, sequence: 0 };

const times = (over: Partial<EventTimes> = {}): EventTimes => ({
  ...{ allDay: false, startsOn: "2026-04-17", endsOn: null, startsTime: "10:00", endsTime: "12:00" },
  ...{ repeats: "none", until: null },
  ...over,
});

const dates = (given: EventTimes, from = "2026-04-14") =>
  datesOf(given, { rule: ruleOf(given), from, now }, shown);

const days = (given: EventTimes) => dates(given).map(({ startsOn }) => startsOn);

describe("one date", () => {
  test("is known by no slot, and has its instants", () => {
    expect(dates(times())).toMatchObject([
      {
        recurrenceId: "",
        startsOn: "2026-04-17",
        endsOn: "2026-04-17",
        startsAt: new Date("2026-04-17T09:00:00Z"),
        endsAt: new Date("2026-04-17T11:00:00Z"),
        timeZone: "Europe/London",
      },
    ]);
  });

  test("may be further ahead than what repeats is listed, and may be past", () => {
    expect(days(times({ startsOn: "2029-01-01" }))).toEqual(["2029-01-01"]);
    expect(days(times({ startsOn: "2020-01-01" }))).toEqual(["2020-01-01"]);
  });

  test("goes on past midnight, or names no end", () => {
    const [late] = dates(times({ startsTime: "22:00", endsTime: "01:00" }));
    expect(late).toMatchObject({ endsAt: new Date("2026-04-18T00:00:00Z"), endsOn: "2026-04-18" });
    expect(dates(times({ endsTime: null }))).toMatchObject([{ endsAt: null, endsOn: "2026-04-17" }]);
  });

  test("of whole days ends the day after its last", () => {
    const whole = times({ allDay: true, startsTime: null, endsTime: null });
    expect(dates(whole)).toMatchObject([{ allDay: true, startsAt: null, endsOn: "2026-04-18" }]);
    expect(dates({ ...whole, endsOn: "2026-04-19" })).toMatchObject([{ endsOn: "2026-04-20" }]);
  });
});

describe("a series", () => {
  test.each<[Repeats, string, string[]]>([
    ["weekly", "2026-05-08", ["2026-04-17", "2026-04-24", "2026-05-01", "2026-05-08"]],
    ["fortnightly", "2026-05-15", ["2026-04-17", "2026-05-01", "2026-05-15"]],
    ["monthly", "2026-07-31", ["2026-04-17", "2026-05-15", "2026-06-19", "2026-07-17"]],
  ])("%s until %s, that day included", (repeats, until, expected) => {
    expect(days(times({ repeats, until }))).toEqual(expected);
  });

  test("in the last week of each month", () => {
    const last = times({ startsOn: "2026-04-24", repeats: "monthly-last", until: "2026-07-31" });
    expect(days(last)).toEqual(["2026-04-24", "2026-05-29", "2026-06-26", "2026-07-31"]);
  });

  test("without an end is listed for fifteen months", () => {
    const all = days(times({ repeats: "weekly" }));
    expect(listedUntil(now)).toBe("2027-07-14");
    expect(all.at(-1)).toBe("2027-07-09");
    expect(all).toHaveLength(65);
  });

  test("begins again from a later day", () => {
    const given = times({ repeats: "weekly", until: "2026-05-08" });
    expect(dates(given, "2026-04-25").map(({ startsOn }) => startsOn)).toEqual(["2026-05-01", "2026-05-08"]);
  });

  test("stays at ten o’clock across both changes of the clocks", () => {
    const all = dates(times({ repeats: "weekly" }));
    const on = (day: string) => all.find(({ startsOn }) => startsOn === day);
    expect(on("2026-10-23")).toMatchObject({ startsAt: new Date("2026-10-23T09:00:00Z") });
    expect(on("2026-10-30")).toMatchObject({
      recurrenceId: "2026-10-30T10:00:00Z",
      startsAt: new Date("2026-10-30T10:00:00Z"),
      endsAt: new Date("2026-10-30T12:00:00Z"),
    });
    expect(on("2027-04-02")).toMatchObject({ startsAt: new Date("2027-04-02T09:00:00Z") });
    expect(new Set(all.map(({ startsAt }) => startsAt && londonClock(startsAt)))).toEqual(new Set(["10:00"]));
  });

  test("late in the evening of the day that it ends, in summer and in winter", () => {
    for (const until of ["2026-07-17", "2026-12-18"]) {
      const late = times({ startsTime: "23:30", endsTime: null, repeats: "weekly", until });
      expect(days(late).at(-1)).toBe(until);
    }
  });
});

describe("a rule", () => {
  test.each<[Repeats, string | null, string | null]>([
    ["none", null, null],
    ["weekly", null, "FREQ=WEEKLY;BYDAY=FR"],
    ["weekly", "2026-07-17", "FREQ=WEEKLY;BYDAY=FR;UNTIL=20260717T225900Z"],
    ["fortnightly", "2026-12-18", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;UNTIL=20261218T235900Z"],
    ["monthly", null, "FREQ=MONTHLY;BYDAY=3FR"],
    ["monthly-last", null, "FREQ=MONTHLY;BYDAY=-1FR"],
  ])("%s until %s is %s, and is read back", (repeats, until, rule) => {
    expect(ruleOf({ startsOn: "2026-04-17", repeats, until, allDay: false })).toBe(rule);
    expect(repeatsOf(rule)).toBe(repeats);
    expect(untilOf(rule)).toBe(until);
  });

  test("of whole days ends on a date", () => {
    const rule = ruleOf({ startsOn: "2026-04-17", repeats: "weekly", until: "2026-07-17", allDay: true });
    expect(rule).toBe("FREQ=WEEKLY;BYDAY=FR;UNTIL=20260717");
    expect(untilOf(rule)).toBe("2026-07-17");
  });

  test("of another kind is kept as it is, and may get an end", () => {
    const known = "FREQ=WEEKLY;BYDAY=MO,TU";
    expect(repeatsOf(known)).toBe("as-is");
    const series = { startsOn: "2026-04-17", repeats: "as-is", allDay: true } as const;
    expect(ruleOf({ ...series, until: null }, known)).toBe(known);
    expect(ruleOf({ ...series, until: "2026-07-17" }, known)).toBe(`${known};UNTIL=20260717`);
  });

  test.each([
    [null, ""],
    ["FREQ=WEEKLY;BYDAY=FR", "Every Friday"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "Every two weeks on Friday"],
    ["FREQ=MONTHLY;BYDAY=3FR", "The third Friday of every month"],
    ["FREQ=MONTHLY;BYDAY=-1FR", "The last Friday of every month"],
    ["FREQ=WEEKLY;BYDAY=MO,TU,TH", "Every Monday, Tuesday and Thursday"],
    ["FREQ=YEARLY", "On several dates"],
  ])("%s in words: %s", (rule, words) => expect(repeatsInWords(rule, "2026-04-17")).toBe(words));
});

test("whenever a weekly event begins, every date shows the same clock and a week lies between", () => {
  const day = fc.integer({ min: 0, max: 400 }).map((ahead) => new Date(now.getTime() + ahead * 86_400_000));
  const clock = fc.integer({ min: 3 * 60, max: 23 * 60 + 59 });
  fc.assert(
    fc.property(day, clock, (first, minutes) => {
      const startsTime = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
      const startsOn = first.toISOString().slice(0, 10);
      const all = dates(times({ startsOn, startsTime, endsTime: null, repeats: "weekly" }));
      expect(all.every(({ startsAt }) => startsAt && londonClock(startsAt) === startsTime)).toBe(true);
      for (const [at, one] of all.slice(1).entries())
        expect(Date.parse(one.startsOn) - Date.parse(all[at]?.startsOn ?? "")).toBe(7 * 86_400_000);
    }),
    { numRuns: 50 },
  );
});
