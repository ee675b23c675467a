import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance, gazetteerOf, outwardOf, placeKey, understandNear } from "#app/domain/places/near.ts";

const spot = (label: string) => ({ label, latitude: 52.6, longitude: 1.3, placeId: null });
const gazetteer = gazetteerOf(
  ["NR3", "NR31", "PE30"].map(spot),
  ["Norwich", "King's Lynn", "Great Yarmouth", "Wells-next-the-Sea", "Diss", "North Norfolk"].map(spot),
);
const labelOf = (said: string) => {
  const near = understandNear(said, gazetteer);
  return near.known ? near.spot.label : null;
};

describe("near", () => {
  test.each([
    ["NR3", "NR3"],
    ["nr3", "NR3"],
    [" NR3 1AA ", "NR3"],
    ["nr31aa", "NR3"],
    ["NR31 0AA", "NR31"],
    ["nr310aa", "NR31"],
    ["n r 3", "NR3"],
    ["NR3 1", "NR3"],
    ["pe30 1hh", "PE30"],
    ["norwich", "Norwich"],
    ["NORWICH", "Norwich"],
    ["Norwhich", "Norwich"],
    ["the city of Norwich", "Norwich"],
    ["Kings Lynn", "King's Lynn"],
    ["King’s Lynn", "King's Lynn"],
    ["Lynn", "King's Lynn"],
    ["Yarmouth", "Great Yarmouth"],
    ["great yarmoth", "Great Yarmouth"],
    ["wells next the sea", "Wells-next-the-Sea"],
    ["Wells", "Wells-next-the-Sea"],
    ["north norfolk", "North Norfolk"],
  ])("%j is %s", (said, label) => expect(labelOf(said)).toBe(label));

  test.each(["SW1A 1AA", "Timbuktu", "Dizz", "x", "💩", "NR99", "a".repeat(5000)])(
    "%j is nowhere we know",
    (said) => expect(labelOf(said)).toBeNull(),
  );

  test("reads any postcode however it is typed", () => {
    const outward = fc.constantFrom("NR3", "NR31", "PE30", "IP22", "N1", "EC1A");
    const inward = fc.constantFrom("1AA", "9ZZ", "0HX");
    fc.assert(
      fc.property(outward, inward, fc.constantFrom("", " ", "  "), fc.boolean(), (out, rest, gap, lower) => {
        const typed = `${out}${gap}${rest}`;
        expect(outwardOf(lower ? typed.toLowerCase() : typed)).toBe(out.toLowerCase());
      }),
    );
  });

  test("keys have neither accents nor hyphens", () =>
    expect(placeKey("St. Olavés-by-Sea")).toBe("saint olaves by sea"));

  test("the distance between words is symmetric and nought only for the same word", () => {
    const word = fc.string({ maxLength: 9 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});
