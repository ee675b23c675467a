import { expect, test } from "vitest";
import { agesInWords } from "#app/domain/services/record/age-words.ts";

test.each([
  [null, null, ""],
  [16, 25, "From 16 to 25 years old"],
  [18, 18, "18 years old"],
  [50, null, "50 and over"],
  [18, null, "18 and over"],
  [null, 4, "Under 5s"],
  [0, 0, "Under 1s"],
  [0, 17, "Under 18s"],
  [null, 25, "Up to 25 years old"],
])("ages %s to %s", (least, most, words) => expect(agesInWords(least, most)).toBe(words));
