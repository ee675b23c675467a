import { expect, test } from "vitest";
import { instantsOf, occurrenceValues } from "#app/domain/calendars/sync/occurrence-rows.ts";
import { readEvents, vevent } from "#test/factories/calendars.ts";

function days(...lines: string[]) {
  const [one] = readEvents(vevent(...lines)).occurrences;
  if (!one) throw new Error("nothing was read");
  const { startsOn, endsOn } = occurrenceValues(one);
  return [startsOn, endsOn];
}

test("case 16: what ends at midnight belongs to the day before only (Gancio issue 352)", () => {
  const evening = "DTSTART;TZID=Europe/London:20260605T200000";
  expect(days(evening, "DTEND;TZID=Europe/London:20260606T000000")).toEqual(["2026-06-05", "2026-06-05"]);
  expect(days(evening, "DTEND;TZID=Europe/London:20260606T000100")).toEqual(["2026-06-05", "2026-06-06"]);
});

test("the day is the one on the wall, not the one of UTC", () => {
  expect(days("DTSTART:20260604T233000Z", "DURATION:PT1H")).toEqual(["2026-06-05", "2026-06-05"]);
});

test("an end that is not given is the day of the start", () => {
  expect(days("DTSTART:20260605T100000Z")).toEqual(["2026-06-05", "2026-06-05"]);
});

test("an all-day happening keeps its plain dates, and runs from midnight to midnight", () => {
  expect(days("DTSTART;VALUE=DATE:20260605", "DTEND;VALUE=DATE:20260607")).toEqual([
    "2026-06-05",
    "2026-06-07",
  ]);
  const row = {
    startsAt: null,
    endsAt: null,
    startsOn: "2026-03-29",
    endsOn: "2026-03-30",
    timeZone: "Europe/London",
  };
  expect(instantsOf(row)).toEqual({
    startsAt: new Date("2026-03-29T00:00:00Z"),
    endsAt: new Date("2026-03-29T23:00:00Z"),
  });
});
