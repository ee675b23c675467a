import { expect, test } from "vitest";
import { whenInWords } from "#app/domain/meetings/when-in-words.ts";
import { isWholeDays } from "#app/domain/meetings/whole-days.ts";

const at = (text: string) => new Date(text);

test.each([
  ["a day of summer", "2026-06-10T23:00:00Z", "2026-06-11T23:00:00Z", true],
  ["a day of winter", "2026-12-10T00:00:00Z", "2026-12-11T00:00:00Z", true],
  ["the day on which the clocks go back", "2026-10-24T23:00:00Z", "2026-10-26T00:00:00Z", true],
  ["midnight UTC in summer", "2026-06-10T00:00:00Z", "2026-06-11T00:00:00Z", false],
  ["an evening that ends at midnight", "2026-12-10T19:00:00Z", "2026-12-11T00:00:00Z", false],
  ["no length", "2026-12-10T00:00:00Z", "2026-12-10T00:00:00Z", false],
])("whole days: %s", (_, start, end, isWhole) => {
  expect(isWholeDays(at(start), at(end))).toBe(isWhole);
});

test("letters say days where there are no hours", () => {
  const day = {
    heldOn: "2026-06-11",
    startsAt: at("2026-06-10T23:00:00Z"),
    endsAt: at("2026-06-11T23:00:00Z"),
  };
  expect(whenInWords(day)).toBe("Thursday 11 June 2026, all day");
  expect(whenInWords({ ...day, endsAt: at("2026-06-12T23:00:00Z") })).toBe(
    "Thursday 11 June 2026, until Friday 12 June 2026",
  );
  expect(whenInWords({ ...day, endsAt: null })).toBe("Thursday 11 June 2026, midnight");
});
