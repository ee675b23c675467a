import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  day,
  instantOf,
  isoInstant,
  utc,
  wallOf,
  type Zone,
  zoneNamed,
} from "#app/domain/calendars/time-zone.ts";

function zone(name: string): Zone {
  const found = zoneNamed(name);
  if (!found) throw new Error(`no zone ${name}`);
  return found;
}

const instant = (wall: string, name: string) =>
  isoInstant(instantOf(Date.parse(`${wall}Z`), zone(name)).instant);

describe("the names of zones", () => {
  test.each([
    ["Europe/London", "Europe/London"],
    ["europe/london", "Europe/London"],
    ["GB", "Europe/London"],
    ["GMT Standard Time", "Europe/London"],
    ["/mozilla.org/20050126_1/Europe/London", "Europe/London"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
    ["Etc/UTC", "UTC"],
    ["Japan", "Asia/Tokyo"],
    ["PST8PDT", "America/Los_Angeles"],
    ["(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Asia/Kolkata"],
    ["GMT+0530", "Asia/Kolkata"],
    ["tzone://Microsoft/Utc", "UTC"],
  ])("%s is %s", (given, name) => expect(zoneNamed(given)?.name).toBe(name));

  test.each([
    "",
    "BST",
    "EST",
    "IST",
    "GMT+0529",
    "Customized Time Zone",
    "Mars/Olympus",
    "constructor",
    "+01:00",
    "../../etc",
  ])("“%s” is not known: ICU would guess, or the server's zone would be used", (given) =>
    expect(zoneNamed(given)).toBeNull(),
  );
});

describe("the hours that clocks skip and repeat", () => {
  test("case 9: a time in the gap is read with the offset before it", () => {
    expect(instantOf(Date.parse("2026-03-29T01:30:00Z"), zone("Europe/London"))).toEqual({
      instant: Date.parse("2026-03-29T01:30:00Z"),
      inGap: true,
    });
    expect(instant("2026-03-08T02:30:00", "America/New_York")).toBe("2026-03-08T07:30:00Z");
  });

  test("case 10: a time in the overlap is the first of the two", () => {
    expect(instant("2026-10-25T01:30:00", "Europe/London")).toBe("2026-10-25T00:30:00Z");
    expect(instant("2026-11-01T01:30:00", "America/New_York")).toBe("2026-11-01T05:30:00Z");
  });

  test("zones of half hours, and before there was summer time", () => {
    expect(instant("2026-07-01T12:00:00", "Australia/Lord_Howe")).toBe("2026-07-01T01:30:00Z");
    expect(instant("1900-07-01T12:00:00", "Europe/London")).toBe("1900-07-01T12:00:00Z");
  });
});

const someZone = fc.constantFrom(
  "Europe/London",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Africa/Casablanca",
);
const someInstant = fc
  .integer({ min: Date.parse("1990-01-01") / 60_000, max: Date.parse("2040-01-01") / 60_000 })
  .map((n) => n * 60_000);

test("what a clock shows leads back to the instant, or to the earlier one that showed the same", () => {
  fc.assert(
    fc.property(someZone, someInstant, (name, at) => {
      const wall = wallOf(at, zone(name));
      const { instant: back, inGap } = instantOf(wall, zone(name));
      expect(inGap).toBe(false);
      expect(back).toBeLessThanOrEqual(at);
      expect(wallOf(back, zone(name))).toBe(wall);
    }),
  );
});

test("an offset from memory is the one that Intl gives", () => {
  const format = (name: string) =>
    new Intl.DateTimeFormat("sv-SE", { timeZone: name, dateStyle: "short", timeStyle: "medium" });
  fc.assert(
    fc.property(someZone, someInstant, (name, at) => {
      const shown = format(name).format(at).replace(" ", "T");
      expect(isoInstant(wallOf(at, zone(name)))).toBe(`${shown}Z`);
    }),
  );
});

test("UTC never moves", () => {
  expect(instantOf(5 * day, utc)).toEqual({ instant: 5 * day, inGap: false });
});
