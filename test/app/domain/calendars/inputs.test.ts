import * as v from "valibot";
import { expect, test } from "vitest";
import { EventSpanQuery, plusDays, wholeSpan } from "#app/domain/calendars/inputs.ts";
import { Invalid } from "#app/domain/errors.ts";

test.each([
  "2026-02-30",
  "2026-13-01",
  "2026-1-5",
  "5/11/2026",
  "tomorrow",
  "20261105",
  "0000-00-00",
  "9999-01-01",
])("%s is no date", (from) => expect(v.safeParse(EventSpanQuery, { from }).success).toBe(false));

test("without ends a span is a year from today", () => {
  expect(wholeSpan({}, "2026-04-14")).toEqual({ from: "2026-04-14", to: "2027-04-14" });
});

test("366 days may be asked for, one more may not", () => {
  const from = "2024-01-01";
  expect(wholeSpan({ from, to: "2024-12-31" }, from)).toEqual({ from, to: "2024-12-31" });
  expect(() => wholeSpan({ from, to: "2025-01-01" }, from)).toThrow(Invalid);
});

test("a span that ends before it begins is refused", () => {
  expect(() => wholeSpan({ to: "2026-04-13" }, "2026-04-14")).toThrow(Invalid);
});

test("days are counted by the calendar, across clock changes and leap days", () => {
  expect(plusDays("2026-10-24", 2)).toBe("2026-10-26");
  expect(plusDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(plusDays("2026-01-01", -1)).toBe("2025-12-31");
});
