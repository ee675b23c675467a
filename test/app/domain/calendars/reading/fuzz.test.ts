import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NotACalendar } from "#app/domain/calendars/reading/lines.ts";
import { textToKeep } from "#app/domain/calendars/reading/text-to-keep.ts";
import { calendar, londonRules, read, vevent } from "#test/factories/calendars.ts";
import { cpuTime } from "#test/setup/cpu-time.ts";

const folder = new URL("../samples/", import.meta.url);
const samples = readdirSync(folder).sort();
const sample = (name: string) => readFileSync(new URL(name, folder));

/** Reads what may be anything; all that it may throw is NotACalendar. */
function readAnything(body: Uint8Array | string) {
  try {
    return read(body);
  } catch (error) {
    if (error instanceof NotACalendar) return null;
    throw error;
  }
}

const hostileLines = fc.constantFrom(
  "RRULE:FREQ=DAILY;COUNT=999999;INTERVAL=999999",
  "RRULE:FREQ=YEARLY;INTERVAL=999999;BYWEEKNO=53;BYDAY=MO",
  "RRULE:FREQ=YEARLY;BYYEARDAY=-366;BYMONTH=2",
  "RRULE:FREQ=HOURLY;BYHOUR=23;BYMONTHDAY=31;BYMONTH=2",
  "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366,-366",
  `RRULE:FREQ=DAILY;BYSECOND=${Array.from({ length: 60 }, (_, n) => n)}`,
  `RRULE:FREQ=YEARLY;BYYEARDAY=${Array.from({ length: 366 }, (_, n) => n + 1)};BYSETPOS=1`,
  "RRULE:FREQ=WEEKLY;UNTIL=99991231T235959Z",
  "RRULE:FREQ=WEEKLY;UNTIL=00000000",
  "EXRULE:FREQ=DAILY",
  `RDATE:${Array.from({ length: 2000 }, (_, n) => `2026060${n % 10}T${String(n % 24).padStart(2, "0")}0000Z`)}`,
  "RDATE;VALUE=PERIOD:20260603T090000Z/P999999W,/,//,20260603T090000Z/20250603T090000Z",
  "EXDATE;TZID=Nowhere/Land:20260603T090000,99999999T999999,",
  "RECURRENCE-ID;RANGE=THISANDFUTURE:16000101T000000Z",
  "RECURRENCE-ID;VALUE=DATE:99901231",
  "DTSTART;TZID=Ours:99901231T235959",
  "DTSTART;VALUE=DATE:16000101",
  "DURATION:P999999D",
  "DURATION:PT999999999S",
  "TZOFFSETTO:+9999",
  "TZOFFSETFROM:-0000",
  'SUMMARY;X="unclosed:value',
  "SUMMARY;;;=:x",
  `CATEGORIES:${",".repeat(5000)}`,
  `UID:${"x".repeat(100_000)}`,
  `DESCRIPTION:${"<div ".repeat(5000)}`,
  `DESCRIPTION:${"&lt;p&gt;".repeat(2000)}`,
  `DESCRIPTION:${"+44 ".repeat(3000)}`,
  `LOCATION:${"https://a ".repeat(2000)}`,
  "GEO:NaN;Infinity",
  "SEQUENCE:-99999999999999999999",
  "X-WR-TIMEZONE:Mars/Olympus",
  "BEGIN:VEVENT",
  "END:VEVENT",
  "BEGIN:VTIMEZONE",
  "END:VCALENDAR",
  "\u0000\u0001\ufeff",
);

/** One thing done to the lines of a sample: cut, doubled, moved, replaced, or a byte flipped. */
const mutation = fc.oneof(
  fc.record({ kind: fc.constant("flip" as const), at: fc.nat(), bit: fc.integer({ min: 0, max: 7 }) }),
  fc.record({ kind: fc.constant("cut" as const), at: fc.nat() }),
  fc.record({ kind: fc.constant("double" as const), at: fc.nat() }),
  fc.record({ kind: fc.constant("drop" as const), at: fc.nat() }),
  fc.record({ kind: fc.constant("swap" as const), at: fc.nat(), with: fc.nat() }),
  fc.record({ kind: fc.constant("insert" as const), at: fc.nat(), line: hostileLines }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer One> ? One : never;

function mutated(sample: Buffer, mutations: Mutation[]): Uint8Array {
  let bytes = Buffer.from(sample);
  for (const one of mutations) {
    if (one.kind === "flip" && bytes.length > 0) {
      const at = one.at % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << one.bit);
    } else if (one.kind === "cut") bytes = bytes.subarray(0, one.at % (bytes.length + 1));
    else bytes = withLines(bytes, one);
  }
  return new Uint8Array(bytes);
}

function withLines(bytes: Buffer, one: Mutation): Buffer<ArrayBuffer> {
  const lines = bytes.toString("latin1").split("\n");
  const at = one.at % lines.length;
  const line = lines[at] ?? "";
  if (one.kind === "double") lines.splice(at, 0, line);
  if (one.kind === "drop") lines.splice(at, 1);
  if (one.kind === "insert") lines.splice(at, 0, one.line);
  if (one.kind === "swap") {
    const other = one.with % lines.length;
    [lines[at], lines[other]] = [lines[other] ?? "", line];
  }
  return Buffer.from(lines.join("\n"), "latin1");
}

const sound = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?$/;

describe("samples that are spoilt", () => {
  test("are read or refused; what is read is sound, and kept as it is read", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(mutation, { minLength: 1, maxLength: 8 }),
        (name, mutations) => {
          const body = mutated(sample(name), mutations);
          const feed = readAnything(body);
          if (!feed) return;
          for (const { start, end, summary, uid } of feed.occurrences) {
            expect(start).toMatch(sound);
            expect(end ?? start).toMatch(sound);
            expect(summary.length * uid.length).toBeGreaterThan(0);
          }
          const keys = feed.occurrences.map(({ uid, recurrenceId }) => `${uid} ${recurrenceId}`);
          expect(new Set(keys).size).toBe(keys.length);
          expect(read(textToKeep(body))).toEqual(feed);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe("bodies made to do harm", () => {
  const start = "DTSTART:20260603T090000Z";
  const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));

  test.each<[string, () => string]>([
    ["components nested ten thousand deep", () => calendar(many(10_000, () => "BEGIN:VALARM"))],
    ["a hundred thousand ENDs", () => calendar(many(100_000, () => "END:VEVENT"))],
    ["a line of a million characters", () => calendar(vevent(start, `DESCRIPTION:${"a ".repeat(500_000)}`))],
    [
      "a line folded a hundred thousand times",
      () => calendar(vevent(start, "SUMMARY:a", ...many(100_000, () => " b"))),
    ],
    [
      "fifty thousand dates taken out",
      () => calendar(vevent(start, "RRULE:FREQ=DAILY", `EXDATE:${many(50_000, () => "20260604T090000Z")}`)),
    ],
    [
      "fifty thousand dates put in",
      () =>
        calendar(
          vevent(
            start,
            `RDATE:${many(50_000, (n) => `2026${String(1 + (n % 12)).padStart(2, "0")}${String(1 + (n % 28)).padStart(2, "0")}T${String(n % 24).padStart(2, "0")}${String(n % 60).padStart(2, "0")}00Z`)}`,
          ),
        ),
    ],
    [
      "twenty thousand overrides of one series",
      () =>
        calendar(
          vevent(start, "RRULE:FREQ=DAILY"),
          ...many(20_000, (n) =>
            vevent(
              `RECURRENCE-ID:20${String(26 + (n % 60)).padStart(2, "0")}0603T090000Z`,
              start,
              `SEQUENCE:${n}`,
            ),
          ),
        ),
    ],
    [
      "a thousand that all later ones follow",
      () =>
        calendar(
          vevent(start, "RRULE:FREQ=DAILY"),
          ...many(1000, (n) =>
            vevent(
              `RECURRENCE-ID;RANGE=THISANDFUTURE:2026${String(1 + (n % 12)).padStart(2, "0")}${String(1 + (n % 28)).padStart(2, "0")}T090000Z`,
              start,
            ),
          ),
        ),
    ],
    [
      "two thousand rules of one event",
      () =>
        calendar(
          vevent(start, ...many(2000, (n) => `RRULE:FREQ=MONTHLY;BYDAY=${1 + (n % 4)}MO;COUNT=${1000 + n}`)),
        ),
    ],
    [
      "a zone whose clocks change for ever",
      () =>
        calendar(
          londonRules("Ours").map((line) => line.replace("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=HOURLY")),
          vevent("DTSTART;TZID=Ours:20260603T090000", "RRULE:FREQ=DAILY"),
        ),
    ],
    [
      "a thousand daily series since 1601",
      () =>
        calendar(
          ...many(1000, (n) => vevent(`UID:${n}`, "DTSTART:16010101T000000Z", "RRULE:FREQ=DAILY;BYHOUR=9")),
        ),
    ],
    [
      "an event that lasts for thousands of years",
      () => calendar(vevent("DTSTART:16010101T000000Z", "DURATION:P999999D", "RRULE:FREQ=DAILY")),
    ],
    [
      "ten thousand series whose rules never yield a date",
      () =>
        calendar(
          ...many(10_000, (n) => vevent(`UID:${n}`, start, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")),
        ),
    ],
    [
      "fifty thousand daily rules of one event",
      () => calendar(vevent(start, ...many(50_000, () => "RRULE:FREQ=DAILY"))),
    ],
    [
      "a zone of two thousand observances, and ten thousand events in it",
      () =>
        calendar(
          ...["BEGIN:VTIMEZONE", "TZID:Ours"],
          ...many(2000, () => londonRules("x").slice(2, 7)),
          "END:VTIMEZONE",
          ...many(10_000, (n) => vevent(`UID:${n}`, "DTSTART;TZID=Ours:20260603T090000")),
        ),
    ],
    ["tags without an end", () => calendar(vevent(start, `DESCRIPTION:${"<a href='http".repeat(50_000)}`))],
  ])("%s: read or refused in seconds", (_, make) => {
    const body = make();
    const before = process.memoryUsage().heapUsed;
    const began = performance.now();
    expect(cpuTime(() => readAnything(body))).toBeLessThan(5000);
    expect(performance.now() - began).toBeLessThan(60_000);
    expect((process.memoryUsage().heapUsed - before) / 1_000_000).toBeLessThan(400);
  });
});
