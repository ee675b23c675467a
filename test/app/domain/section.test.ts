import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Conflict } from "#app/domain/errors.ts";
import { refuseIfChanged, seenOf } from "#app/domain/section.ts";

describe("the stamp of a section", () => {
  test("does not depend on the order of keys, nor on keys without a value", () => {
    expect(seenOf({ a: 1, b: { c: [1, 2], d: "x" } })).toBe(seenOf({ b: { d: "x", c: [1, 2] }, a: 1 }));
    expect(seenOf({ a: 1, b: undefined })).toBe(seenOf({ a: 1 }));
  });
  test("depends on everything else", () => {
    const stamps = [
      { a: 1 },
      { a: "1" },
      { a: [1] },
      { a: null },
      { b: 1 },
      {},
      { a: [1, 2] },
      { a: [2, 1] },
    ];
    expect(new Set(stamps.map(seenOf)).size).toBe(stamps.length);
  });
  test("differs wherever the text differs", () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(seenOf({ name: a }) === seenOf({ name: b })).toBe(a === b);
      }),
    ));
});

describe("saving a section", () => {
  const seen = seenOf({ name: "Lunch club" });
  test.each([
    ["nobody else touched it", { name: "Lunch club" }, { name: "Dinner club" }],
    ["somebody else wrote the same", { name: "Dinner club" }, { name: "Dinner club" }],
  ])("goes through when %s", (_when, current, mine) => {
    expect(() => refuseIfChanged({ seen, current, mine })).not.toThrow();
  });
  test("is refused with both versions when somebody else changed it", () => {
    const [current, mine] = [{ name: "Supper club" }, { name: "Dinner club" }];
    const refused = expect.objectContaining({ versions: { mine, theirs: current } });
    expect(() => refuseIfChanged({ seen, current, mine })).toThrow(refused);
    expect(() => refuseIfChanged({ seen: "", current, mine })).toThrow(Conflict);
  });
});
