import { describe, expect, test } from "vitest";
import { clockTime, openingHours, openingHoursInShort } from "#app/domain/services/opening-hours.ts";
import type { Schedule } from "#app/domain/services/schedule.ts";

const TODAY = "2026-11-05";
const schedule = (over: Partial<Schedule>): Schedule => ({
  validFrom: null,
  validTo: null,
  dtstart: null,
  freq: "WEEKLY",
  interval: 1,
  byday: null,
  bymonthday: null,
  opensAt: "10:00:00",
  closesAt: "12:00:00",
  description: "",
  isClosed: false,
  ...over,
});
const usual = (...rows: Partial<Schedule>[]) => openingHours(rows.map(schedule), TODAY).usual;
const exceptions = (...rows: Partial<Schedule>[]) => openingHours(rows.map(schedule), TODAY).exceptions;
const closed = { freq: null, isClosed: true, opensAt: null, closesAt: null };

describe("usual hours", () => {
  test.each<[Partial<Schedule>, string]>([
    [{ byday: "TU" }, "Every Tuesday, 10am to midday"],
    [{ byday: "MO,WE" }, "Every Monday and Wednesday, 10am to midday"],
    [{ byday: "MO,TU,WE,TH,FR", opensAt: "09:30", closesAt: "17:00" }, "Monday to Friday, 9.30am to 5pm"],
    [{ byday: "SU,MO,TU,WE,TH,FR,SA", closesAt: null }, "Every day, from 10am"],
    [{ byday: "TU", opensAt: null, closesAt: null }, "Every Tuesday"],
    [
      { byday: "TH", interval: 2, dtstart: "2026-10-29" },
      "Every second Thursday, 10am to midday, next on 12 November 2026",
    ],
    [
      { byday: "TH", interval: 2, dtstart: "2026-10-22" },
      "Every second Thursday, 10am to midday, next on 5 November 2026",
    ],
    [
      { interval: 3, dtstart: "2026-11-10" },
      "Every 3 weeks on Tuesday, 10am to midday, next on 10 November 2026",
    ],
    [{ freq: "MONTHLY", byday: "1TU" }, "First Tuesday of every month, 10am to midday"],
    [{ freq: "MONTHLY", byday: "1TU,3TU" }, "First and third Tuesday of every month, 10am to midday"],
    [{ freq: "MONTHLY", byday: "-1FR" }, "Last Friday of every month, 10am to midday"],
    [
      { freq: "MONTHLY", interval: 2, dtstart: "2026-01-06", byday: "1TU" },
      "First Tuesday of every second month, 10am to midday",
    ],
    [{ freq: "MONTHLY", bymonthday: "15" }, "On the 15th of every month, 10am to midday"],
    [{ byday: "TU", description: "term time only" }, "Every Tuesday, 10am to midday (term time only)"],
    [{ byday: "TU", validFrom: "2027-01-05" }, "Every Tuesday, 10am to midday, from 5 January 2027"],
    [{ byday: "TU", validTo: "2026-12-15" }, "Every Tuesday, 10am to midday, until 15 December 2026"],
    [{ freq: null, opensAt: null, closesAt: null, description: "By appointment" }, "By appointment"],
  ])("%j", (row, sentence) => expect(usual(row)).toEqual([sentence]));

  test("days with the same hours share a sentence, in the order of the week", () =>
    expect(
      usual({ byday: "SA", opensAt: "09:00" }, { byday: "WE" }, { byday: "MO" }, { byday: "TU" }),
    ).toEqual(["Monday to Wednesday, 10am to midday", "Every Saturday, 9am to midday"]));
  const always = "MO,TU,WE,TH,FR,SA,SU";
  const evening = { byday: always, opensAt: "21:00:00", closesAt: "23:59:00" };
  const morning = { byday: always, opensAt: "00:00:00", closesAt: "06:00:00" };
  test.each<[string, Partial<Schedule>[], string[]]>([
    ["a whole day", [{ ...morning, closesAt: "23:59:00" }], ["Every day, 24 hours"]],
    ["until the day's end", [evening], ["Every day, 9pm to midnight"]],
    ["a night in two parts", [morning, evening], ["Every day, 9pm to 6am"]],
    [
      "Friday night into Saturday",
      [
        { ...evening, byday: "FR" },
        { ...morning, byday: "SA", closesAt: "02:00:00" },
      ],
      ["Every Friday, 9pm to 2am"],
    ],
    [
      "an evening and a morning of the same day are two",
      [
        { ...evening, byday: "FR" },
        { ...morning, byday: "FR" },
      ],
      ["Every Friday, midnight to 6am", "Every Friday, 9pm to midnight"],
    ],
    [
      "a night that is said to differ",
      [evening, { ...morning, description: "by telephone" }],
      ["Every day, midnight to 6am (by telephone)", "Every day, 9pm to midnight"],
    ],
  ])("%s", (_name, rows, sentences) => expect(usual(...rows)).toEqual(sentences));
  test("what is over is left out", () => expect(usual({ byday: "TU", validTo: "2026-11-04" })).toEqual([]));
});

describe("exceptions", () => {
  test.each<[Partial<Schedule>, string]>([
    [
      { ...closed, validFrom: "2026-12-24", validTo: "2027-01-01" },
      "Closed from 24 December 2026 to 1 January 2027",
    ],
    [
      { ...closed, validFrom: "2026-12-25", validTo: "2026-12-25", description: "Christmas" },
      "Closed on 25 December 2026 (Christmas)",
    ],
    [{ freq: null, dtstart: "2026-12-24" }, "Open on 24 December 2026, 10am to midday"],
  ])("%j", (row, sentence) => expect(exceptions(row)).toEqual([sentence]));

  test("past closures are left out, the next comes first", () =>
    expect(
      exceptions(
        { ...closed, validFrom: "2027-03-01", validTo: "2027-03-02" },
        { ...closed, validFrom: "2026-12-24", validTo: "2026-12-26" },
        { ...closed, validFrom: "2026-08-01", validTo: "2026-08-31" },
      ),
    ).toEqual([
      "Closed from 24 December 2026 to 26 December 2026",
      "Closed from 1 March 2027 to 2 March 2027",
    ]));
});

test("a card has the first line only", () => {
  const rows = [schedule({ byday: "TU" }), schedule({ byday: "FR", opensAt: "14:00", closesAt: "16:00" })];
  expect(openingHoursInShort(rows, TODAY)).toBe("Every Tuesday, 10am to midday, and other times");
  expect(openingHoursInShort([], TODAY)).toBeNull();
});

test.each([
  ["00:00", "midnight"],
  ["12:00:00", "midday"],
  ["12:30", "12.30pm"],
  ["09:05", "9.05am"],
  ["23:00", "11pm"],
])("%s is %s", (time, words) => expect(clockTime(time)).toBe(words));
