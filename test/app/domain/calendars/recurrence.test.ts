import fc from "fast-check";
import rrule from "rrule";
import { describe, expect, test } from "vitest";
import { expandRule } from "#app/domain/calendars/recurrence.ts";
import { readRule } from "#app/domain/calendars/rules/repeat-rule.ts";
import { day } from "#app/domain/calendars/time-zone.ts";
import { cpuTime } from "#test/setup/cpu-time.ts";

const at = (iso: string) => Date.parse(`${iso}${iso.includes("T") ? "" : "T00:00"}:00Z`);
const plenty = () => ({ steps: 1_000_000 });

function expand(text: string, start: string, from = "2026-01-01", to = "2027-04-01") {
  const rule = readRule(text);
  if (!rule) throw new Error(`not a rule: ${text}`);
  const stretch = { start: at(start), from: at(from), to: at(to), until: null, limit: 1000 };
  return expandRule(rule, stretch, plenty());
}

function days(...given: Parameters<typeof expand>): string[] {
  const found = expand(...given);
  if ("trouble" in found) throw new Error(found.trouble);
  return found.starts.map((wall) => new Date(wall).toISOString().slice(0, 10));
}

describe("rules of the standard", () => {
  test("case 18: every second week on Sunday and Monday, weeks starting on Monday", () => {
    const found = days("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=MO;COUNT=4", "2026-01-04T10:00");
    expect(found).toEqual(["2026-01-04", "2026-01-12", "2026-01-18", "2026-01-26"]);
    expect(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU;COUNT=4", "2026-01-04T10:00")).toEqual([
      "2026-01-04",
      "2026-01-05",
      "2026-01-18",
      "2026-01-19",
    ]);
  });

  test("case 19: last Thursday, second Tuesday, last weekday of the month", () => {
    expect(days("FREQ=MONTHLY;BYDAY=-1TH;COUNT=3", "2026-01-29")).toEqual([
      "2026-01-29",
      "2026-02-26",
      "2026-03-26",
    ]);
    expect(days("FREQ=MONTHLY;BYDAY=2TU;COUNT=3", "2026-01-13")).toEqual([
      "2026-01-13",
      "2026-02-10",
      "2026-03-10",
    ]);
    const lastWeekday = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3";
    expect(days(lastWeekday, "2026-01-30")).toEqual(["2026-01-30", "2026-02-27", "2026-03-31"]);
  });

  test("case 20: the 31st skips short months, and 29 February common years", () => {
    expect(days("FREQ=MONTHLY;COUNT=4", "2026-01-31")).toEqual([
      "2026-01-31",
      "2026-03-31",
      "2026-05-31",
      "2026-07-31",
    ]);
    const leap = days("FREQ=YEARLY", "2024-02-29", "2024-01-01", "2036-01-01");
    expect(leap).toEqual(["2024-02-29", "2028-02-29", "2032-02-29"]);
  });

  test("case 22: a start that does not fit is the first of COUNT", () => {
    expect(days("FREQ=WEEKLY;BYDAY=TH;COUNT=2", "2026-06-03")).toEqual(["2026-06-03", "2026-06-04"]);
    expect(days("FREQ=WEEKLY;BYDAY=TH;COUNT=1", "2026-06-03")).toEqual(["2026-06-03"]);
  });

  test("case 24: daily since 1990 takes less than 100 ms", () => {
    for (const rule of ["FREQ=DAILY", "FREQ=DAILY;COUNT=20000"]) {
      const daily = () => expect(days(rule, "1990-01-01T10:00")).toHaveLength(455);
      expect(cpuTime(daily)).toBeLessThan(100);
    }
  });

  test("a period before the series began holds nothing of it", () => {
    expect(days("FREQ=WEEKLY;BYDAY=TH", "2030-06-05")).toEqual([]);
    expect(days("FREQ=YEARLY", "1990-06-05", "1980-01-01", "1989-01-01")).toEqual([]);
  });
});

describe("rules that libraries read in their own way", () => {
  test("plain and numbered days make one list", () => {
    const found = days("FREQ=MONTHLY;BYDAY=MO,-1FR;COUNT=6", "2026-01-05");
    expect(found).toEqual([
      "2026-01-05",
      "2026-01-12",
      "2026-01-19",
      "2026-01-26",
      "2026-01-30",
      "2026-02-02",
    ]);
  });
  test("a position that a month does not have is no date of it", () => {
    const found = days("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-5", "2026-01-05");
    expect(found).toEqual([
      "2026-01-05",
      "2026-03-02",
      "2026-06-01",
      "2026-08-03",
      "2026-11-02",
      "2027-03-01",
    ]);
    expect(expand("FREQ=WEEKLY;BYDAY=TH,FR;BYSETPOS=-3", "2026-01-08")).toEqual({ trouble: "never" });
  });
  test("positions count from the beginning of the week, though the series begins within it", () => {
    const found = days("FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=1;COUNT=3", "2026-01-07");
    expect(found).toEqual(["2026-01-07", "2026-01-12", "2026-01-19"]);
  });
  test("a week 52 that ends in January", () => {
    const found = days("FREQ=YEARLY;WKST=SU;BYDAY=FR;BYWEEKNO=52", "2025-12-26");
    expect(found).toEqual(["2027-01-01"]);
  });
  test("weeks before 1970 begin on their own first day", () => {
    const rule = "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU";
    const found = days(rule, "1965-01-05", "1965-01-01", "1965-02-03");
    expect(found).toEqual(["1965-01-05", "1965-01-17", "1965-01-19", "1965-01-31", "1965-02-02"]);
  });
  test("the largest number of a program is no end", () => {
    expect(days("FREQ=MONTHLY;COUNT=2147483647", "2026-01-05")).toHaveLength(15);
  });
});

describe("rules that go nowhere or too far", () => {
  test.each([
    "FREQ=SECONDLY",
    "FREQ=MINUTELY",
    "FREQ=DAILY;BYHOUR=1,2,3,4;BYMINUTE=1,2,3,4,5,6;BYSECOND=1,2,3,4,5",
  ])("case 25: %s repeats too often", (text) =>
    expect(expand(text, "2026-01-01")).toEqual({ trouble: "too often" }),
  );

  test("case 25: more than the limit in the period is too many", () => {
    expect(expand("FREQ=HOURLY", "2026-01-01")).toEqual({ trouble: "too many" });
    expect(days("FREQ=HOURLY;COUNT=1000", "2026-01-01")).toHaveLength(1000);
  });

  test.each([
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-01-01"],
    ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "2026-01-01"],
    ["FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=5MO", "2026-01-01"],
    ["FREQ=DAILY;INTERVAL=7;BYDAY=MO", "2026-01-06"],
    ["FREQ=HOURLY;INTERVAL=2;BYHOUR=9", "2026-01-06T10:00"],
    ["FREQ=WEEKLY;BYSETPOS=9", "2026-01-06"],
  ])("case 26: %s from %s never comes, and says so at once", (text, start) => {
    const seek = () => expect(expand(text, start)).toEqual({ trouble: "never" });
    expect(cpuTime(seek)).toBeLessThan(500);
  });

  test("a feed's rules share one budget of work", () => {
    const rule = readRule("FREQ=DAILY;BYMONTH=5,6;COUNT=999999");
    if (!rule) throw new Error("not a rule");
    const stretch = {
      start: at("1990-01-01"),
      from: at("2026-01-01"),
      to: at("2027-01-01"),
      until: null,
      limit: 1000,
    };
    expect(expandRule(rule, stretch, { steps: 10_000 })).toEqual({ trouble: "too long" });
  });

  test.each([
    "",
    "FREQ=FORTNIGHTLY",
    "INTERVAL=2",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;COUNT=0",
    "FREQ=DAILY;COUNT=-1",
    "FREQ=MONTHLY;BYMONTHDAY=32",
    "FREQ=MONTHLY;BYDAY=0MO",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=DAILY;FREQ=WEEKLY",
    "FREQ=DAILY;BYPHASE=FULL",
    "FREQ=YEARLY;BYMONTH=0",
  ])("“%s” is not a rule", (text) => expect(readRule(text)).toBeNull());
});

const ruleText = fc
  .record({
    FREQ: fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
    INTERVAL: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    BYDAY: fc.option(fc.subarray(["MO", "WE", "SA"], { minLength: 1 }).map(String), { nil: undefined }),
    BYMONTH: fc.option(fc.subarray([1, 2, 6, 10], { minLength: 1 }).map(String), { nil: undefined }),
    BYMONTHDAY: fc.option(fc.subarray([1, 15, 29, 31, -1], { minLength: 1 }).map(String), { nil: undefined }),
    WKST: fc.option(fc.constantFrom("MO", "SU"), { nil: undefined }),
  })
  .map((parts) =>
    Object.entries(parts)
      .flatMap(([name, value]) => (value === undefined ? [] : `${name}=${value}`))
      .join(";"),
  );

const someStart = fc.integer({ min: 0, max: 3_600 }).map((days) => at("2018-01-01T09:30") + days * day);

test("starting late gives the same dates as walking from the first day", () => {
  fc.assert(
    fc.property(ruleText, someStart, (text, start) => {
      const rule = readRule(text);
      if (!rule) return false;
      const stretch = { start, from: at("2026-01-01"), to: at("2027-01-01"), until: null, limit: 1000 };
      const found = expandRule(rule, stretch, plenty());
      if ("trouble" in found) return found.trouble === "never";
      const whole = new rrule.RRule({ ...rrule.RRule.parseString(text), dtstart: new Date(start) });
      const expected = whole.between(new Date(stretch.from), new Date(stretch.to - 1), true).map(Number);
      expect(found.starts.filter((wall) => found.startFits || wall !== start)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});
