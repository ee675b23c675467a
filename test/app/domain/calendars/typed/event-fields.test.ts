import { describe, expect, test } from "vitest";
import { isNight } from "#app/domain/calendars/typed/event-fields.ts";

describe("an end that is not after its start", () => {
  test.for([
    ["22:00", "01:00"],
    ["17:00", "01:00"],
    ["20:30", "08:00"],
    ["14:00", "00:00"],
    ["22:00", "10:00"],
  ] as const)("is of the next morning from %s to %s", ([starts, ends]) => {
    expect(isNight(starts, ends)).toBe(true);
  });

  test.for([
    ["12:00", "02:00"],
    ["10:00", "02:00"],
    ["16:59", "04:00"],
    ["18:00", "08:00"],
    ["17:00", "06:00"],
    ["18:00", "17:00"],
    ["19:00", "19:00"],
  ] as const)("is asked back from %s to %s", ([starts, ends]) => {
    expect(isNight(starts, ends)).toBe(false);
  });
});
