import { expect, test } from "vitest";
import { isKnown } from "#app/http/etag.ts";

test.each([
  [undefined, false],
  [null, false],
  ["", false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"a"', true],
  ['"b","a"', true],
  [" * ", true],
  ['"*"', false],
  ['"b"', false],
  ['"aa"', false],
  ["a", false],
])("If-None-Match: %s knows the tag: %s", (given, known) => {
  expect(isKnown(given, '"a"')).toBe(known);
  expect(isKnown(given, 'W/"a"')).toBe(known);
});

test("a comma may stand inside a tag", () => {
  expect(isKnown('"a,b", "c"', '"a,b"')).toBe(true);
  expect(isKnown('"a,b"', '"b"')).toBe(false);
});
