import fc from "fast-check";
import { expect, test } from "vitest";
import { expandRule } from "#app/domain/calendars/recurrence.ts";
import { readRule } from "#app/domain/calendars/rules/repeat-rule.ts";
import { calendar, read, startsOf, vevent } from "#test/factories/calendars.ts";
import { type Definition, dayOf, defined, ms, textOf } from "#test/factories/rule-definition.ts";

const numbers = (most: number, ...favourites: number[]) =>
  fc.uniqueArray(
    fc.oneof(
      fc.constantFrom(...favourites),
      fc.integer({ min: 1, max: most }),
      fc.integer({ min: -most, max: -1 }),
    ),
    { minLength: 1, maxLength: 3 },
  );
const weekdays = (most: number) => {
  const nth = most === 0 ? fc.constant(0) : fc.oneof(fc.constant(0), fc.integer({ min: -most, max: most }));
  return fc.array(fc.record({ nth, weekday: fc.integer({ min: 0, max: 6 }) }), {
    minLength: 1,
    maxLength: 3,
  });
};
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 });
const shared = {
  interval: fc.constantFrom(1, 1, 1, 2, 3, 7),
  weekStart: fc.integer({ min: 0, max: 6 }),
  count: maybe(fc.integer({ min: 1, max: 60 })),
  byMonth: maybe(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 })),
  bySetPos: maybe(numbers(6, 1, -1, 366, -366)),
};
const monthDays = maybe(numbers(31, 1, 29, 31, -1));
const rules: fc.Arbitrary<Definition> = fc.oneof(
  fc.record({
    ...shared,
    freq: fc.constant("DAILY" as const),
    byDay: maybe(weekdays(0)),
    byMonthDay: monthDays,
  }),
  fc.record({ ...shared, freq: fc.constant("WEEKLY" as const), byDay: maybe(weekdays(0)) }),
  fc.record({
    ...shared,
    freq: fc.constant("MONTHLY" as const),
    byDay: maybe(weekdays(5)),
    byMonthDay: monthDays,
  }),
  fc.record({
    ...shared,
    freq: fc.constant("YEARLY" as const),
    byDay: maybe(weekdays(53)),
    byMonthDay: monthDays,
  }),
  fc.record({
    ...shared,
    freq: fc.constant("YEARLY" as const),
    byYearDay: numbers(366, 1, 366),
    byDay: maybe(weekdays(53)),
  }),
  fc.record({
    ...shared,
    freq: fc.constant("YEARLY" as const),
    byWeekNo: numbers(53, 1, 52, 53),
    byDay: maybe(weekdays(0)),
  }),
);
/** Around the turns of years too, and before 1970. */
const firstDays = fc.oneof(
  fc.integer({ min: dayOf("2019-01-01"), max: dayOf("2027-01-01") }),
  fc.integer({ min: dayOf("2023-12-25"), max: dayOf("2024-01-07") }),
  fc.integer({ min: dayOf("1962-01-01"), max: dayOf("1966-01-01") }),
);
const length = fc.constantFrom(700, 700, 1500);

const runs = Number(process.env.RULE_RUNS ?? 400);
test(`${runs} random rules of days yield what their definition says`, { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(
      rules,
      firstDays,
      length,
      maybe(fc.integer({ min: 0, max: 900 })),
      (definition, start, long, lasts) => {
        const rule = readRule(textOf(definition));
        if (!rule) throw new Error(`not read: ${textOf(definition)}`);
        const last = start + Math.min(long, lasts ?? long);
        const until = lasts === undefined ? null : (start + lasts) * ms;
        const stretch = { start: start * ms, from: start * ms, to: (start + long) * ms, until, limit: 5000 };
        const found = expandRule(rule, stretch, { steps: 10_000_000 });
        const expected = defined(
          definition,
          start,
          until === null ? last - 1 : Math.min(last, start + long - 1),
        );
        // What never comes is refused; the definition has its start alone
        const starts = "starts" in found ? found.starts.map((wall) => wall / ms) : [start];
        expect("starts" in found || found.trouble === "never").toBe(true);
        expect(starts).toEqual(expected);
      },
    ),
    { numRuns: runs },
  );
});

const daysOf = (start: string, rule: string) =>
  startsOf(
    read(calendar(vevent(`DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`)), {
      from: new Date("1960-01-01"),
      to: new Date("2027-04-01"),
    }),
  );

test.each<[string, string, string, string[]]>([
  [
    "plain and numbered days are one list",
    "20260105",
    "FREQ=MONTHLY;BYDAY=MO,-1FR;COUNT=6",
    ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26", "2026-01-30", "2026-02-02"],
  ],
  [
    "a position that a month does not have is none",
    "20260105",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-5;COUNT=3",
    ["2026-01-05", "2026-03-02", "2026-06-01"],
  ],
  [
    "positions are of the whole first week, before the start too",
    "20260107",
    "FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=1;COUNT=3",
    ["2026-01-07", "2026-01-12", "2026-01-19"],
  ],
  [
    "weeks before 1970 start where they say",
    "19650105",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU;COUNT=4",
    ["1965-01-05", "1965-01-17", "1965-01-19", "1965-01-31"],
  ],
  [
    "a week 52 that ends in January is whole",
    "20240123",
    "FREQ=YEARLY;WKST=SU;BYDAY=FR;BYWEEKNO=52",
    ["2024-01-23", "2024-12-27", "2025-12-26", "2027-01-01"],
  ],
])("%s", (_, start, rule, expected) => expect(daysOf(start, rule)).toEqual(expected));

test("a COUNT of 2147483647, or of 19 digits, is no end", () => {
  for (const count of ["2147483647", "9223372036854775807"])
    expect(daysOf("20260105", `FREQ=MONTHLY;COUNT=${count}`)).toHaveLength(15);
});

/*
 * RFC 5545 §3.3.10: a rule yields times on the wall, each read as if it were written out. So an hour that is skipped is
 * the one after it, once, and of an hour that comes twice the first is meant; COUNT counts the times on the wall.
 */
test("hours are those on the wall, also where the clocks change", () => {
  const hourly = (start: string) =>
    startsOf(
      read(calendar(vevent(`DTSTART;TZID=Europe/London:${start}`, "RRULE:FREQ=HOURLY;COUNT=4")), {
        from: new Date("2026-01-01"),
        to: new Date("2027-01-01"),
      }),
    ).map((at) => at.slice(11, 16));
  expect(hourly("20260329T000000")).toEqual(["00:00", "01:00", "02:00"]);
  expect(hourly("20261025T000000")).toEqual(["23:00", "00:00", "02:00", "03:00"]);
});
