import { expect, test } from "vitest";
import { distanceInWords } from "#app/ui/services/distance.ts";
import { capacityInWords, confirmationInWords } from "#app/ui/services/service-words.ts";

test.each([
  [0, "very near"],
  [0.6, "about 0.4 miles away"],
  [1.6, "about 1 mile away"],
  [1.9, "about 1.2 miles away"],
  [31.9, "about 20 miles away"],
])("%d km is %s", (km, words) => expect(distanceInWords(km)).toBe(words));

test("says how far a record may be trusted", () => {
  expect(confirmationInWords({ state: "fresh", on: "2026-10-03" })).toBe("Confirmed on 3 October 2026");
  expect(confirmationInWords({ state: "stale", on: "2026-03-03" })).toBe("Not confirmed since 3 March 2026");
  expect(confirmationInWords({ state: "never" })).toMatch(/^Not yet confirmed/);
});

test("says whether there is room", () => {
  expect(capacityInWords({ capacity: "waiting-list", waitWeeks: 6 })).toBe("Waiting list of about 6 weeks");
  expect(capacityInWords({ capacity: "waiting-list", waitWeeks: null })).toBe("There is a waiting list");
  expect(capacityInWords({ capacity: "full", waitWeeks: null })).toBe("Full at the moment");
});
