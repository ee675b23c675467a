import { expect, test } from "vitest";
import { plainWords } from "#app/domain/plain-words.ts";

test.each([
  ["  A bus\nto town\t", "A bus\nto town"],
  ["\u200B\u2060\uFEFF", ""],
  ["to\u0000wn", "town"],
  ["\u202Eevil\u202C", "evil"],
  ["Tŷ'r Gân, Žemaitė", "Tŷ'r Gân, Žemaitė"],
  ["👩‍👩‍👧 family", "👩‍👩‍👧 family"],
])("%j reads %j", (typed, expected) => expect(plainWords(typed)).toBe(expected));
