import { expect, it } from "vitest";
import { SHAPES } from "#app/ui/places/map-shapes.ts";

it.each(SHAPES.map(({ slug, path }) => [slug, path]))(
  "%s is one closed outline within the drawing",
  (_slug, path) => {
    const numbers = path.match(/-?\d+/g)?.map(Number) ?? [];
    expect(numbers.slice(0, 2)).toEqual(numbers.slice(-2));
    for (const [place, number] of numbers.entries()) {
      expect(number).toBeGreaterThanOrEqual(0);
      expect(number).toBeLessThanOrEqual(place % 2 === 0 ? 680 : 530);
    }
  },
);

const NEIGHBOURS = [
  ["west-norfolk", "north-norfolk"],
  ["west-norfolk", "south-norfolk"],
  ["north-norfolk", "south-norfolk"],
  ["north-norfolk", "great-yarmouth-and-waveney"],
  ["south-norfolk", "great-yarmouth-and-waveney"],
  ["norwich", "north-norfolk"],
  ["norwich", "south-norfolk"],
] as const;

it.each(NEIGHBOURS)("%s and %s share their border, so that no sea shows between them", (one, other) => {
  const shared = corners(one).filter((corner) => corners(other).includes(corner));
  expect(shared.length).toBeGreaterThanOrEqual(3);
});

/** The last point of each curve of a place's outline. */
function corners(slug: string): string[] {
  const path = SHAPES.find((shape) => shape.slug === slug)?.path ?? "";
  return [...path.matchAll(/(\d+ \d+)(?=[CZ])/g)].map(([, corner = ""]) => corner);
}
