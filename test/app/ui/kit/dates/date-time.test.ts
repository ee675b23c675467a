import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import {
  formatDate,
  formatDateRange,
  formatDateTime,
  formatDay,
  formatMonth,
  formatTime,
  formatTimeRange,
  londonClock,
  londonDay,
} from "#app/ui/kit/dates/date-time.ts";

const before = process.env.TZ;
afterAll(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

describe.each(["UTC", "Europe/London", "America/New_York", "Pacific/Auckland"])(
  "on a server in %s",
  (zone) => {
    const there = <T>(read: () => T): T => {
      process.env.TZ = zone;
      return read();
    };

    it("reads a summer instant on London's clock", () => {
      expect(there(() => formatDateTime("2022-04-28T08:30:00Z"))).toBe("Thursday 28 April 2022 at 9.30am");
    });

    it("reads a winter instant on London's clock", () => {
      expect(there(() => formatDateTime("2026-11-05T10:00:00Z"))).toBe("Thursday 5 November 2026 at 10am");
    });

    it("moves to the next day with London, not with the server or UTC", () => {
      expect(there(() => formatDate("2026-06-30T23:30:00Z"))).toBe("Wednesday 1 July 2026");
      expect(there(() => londonDay("2026-06-30T23:30:00Z"))).toBe("2026-07-01");
      expect(there(() => londonClock("2026-06-30T23:30:00Z"))).toBe("00:30");
    });

    it("never shifts a plain day", () => {
      expect(there(() => formatDate("2026-03-29"))).toBe("Sunday 29 March 2026");
      expect(there(() => formatDay("2026-01-01"))).toBe("1 January 2026");
      expect(there(() => formatMonth("2026-12-31"))).toBe("December 2026");
    });

    it("takes both sides of a clock change as they are", () => {
      expect(there(() => formatTimeRange("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"))).toBe("1.30am");
      expect(there(() => formatTimeRange("2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z"))).toBe(
        "12.30am to 2.30am",
      );
    });
  },
);

describe("times", () => {
  it.each([
    ["2026-01-05T00:00:00Z", "midnight"],
    ["2026-01-05T00:05:00Z", "12.05am"],
    ["2026-01-05T09:00:00Z", "9am"],
    ["2026-01-05T12:00:00Z", "midday"],
    ["2026-01-05T12:30:00Z", "12.30pm"],
    ["2026-01-05T18:05:00Z", "6.05pm"],
  ])("%s is %s", (instant, words) => {
    expect(formatTime(instant)).toBe(words);
  });
});

describe("ranges", () => {
  it("names one day once", () => {
    expect(formatDateRange("2022-04-28T08:30:00Z", "2022-04-28T11:30:00Z")).toBe(
      "Thursday 28 April 2022, 9.30am to 12.30pm",
    );
  });

  it("needs no end", () => {
    expect(formatDateRange("2022-04-28T08:30:00Z", null)).toBe("Thursday 28 April 2022, 9.30am");
  });

  it("names both days when it runs over midnight", () => {
    expect(formatDateRange("2026-01-05T20:00:00Z", "2026-01-06T02:00:00Z")).toBe(
      "Monday 5 January 2026, 8pm to Tuesday 6 January 2026, 2am",
    );
  });

  it("counts the midnight that ends a day as that day's, also at the end of a year", () => {
    expect(formatDateRange("2026-12-31T20:00:00Z", "2027-01-01T00:00:00Z")).toBe(
      "Thursday 31 December 2026, 8pm to midnight",
    );
  });

  it("leaves the clock out of all-day events", () => {
    expect(formatDateRange("2026-07-04", "2026-07-05", { allDay: true })).toBe(
      "Saturday 4 July 2026 to Sunday 5 July 2026",
    );
    expect(formatDateRange("2026-07-04", "2026-07-04", { allDay: true })).toBe("Saturday 4 July 2026");
  });
});

it("refuses what is no date rather than print it", () => {
  expect(() => formatDate("soon")).toThrow(RangeError);
  expect(() => formatDate("2026-13-01")).toThrow(RangeError);
});

it("agrees with the calendar on every plain day", () => {
  const days = fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(londonDay(day)).toBe(day);
      expect(formatDate(day)).toBe(
        date
          .toLocaleDateString("en-GB", {
            weekday: "long",
            day: "numeric",
            month: "long",
            year: "numeric",
            timeZone: "UTC",
          })
          .replace(",", ""),
      );
    }),
  );
});
