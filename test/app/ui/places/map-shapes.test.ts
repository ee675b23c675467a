import { expect, it } from "vitest";
import { SHAPES, TOWNS } from "#app/ui/places/map-shapes.ts";

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

it.each([
  ["King’s Lynn", "west-norfolk"],
  ["Thetford", "west-norfolk"],
  ["Cromer", "north-norfolk"],
  ["Dereham", "south-norfolk"],
  ["Lowestoft", "great-yarmouth-and-waveney"],
])("%s stands in %s and nowhere else", (name, slug) => {
  const town = TOWNS.find((one) => one.name === name) ?? { x: 0, y: 0 };
  expect(SHAPES.filter((shape) => holds(shape.slug, town)).map((shape) => shape.slug)).toEqual([slug]);
});

/** Whether a ray from the point crosses the outline an odd number of times. */
function holds(slug: string, { x, y }: { x: number; y: number }): boolean {
  const points = corners(slug).map((corner) => corner.split(" ").map(Number));
  let inside = false;
  for (const [place, [x1 = 0, y1 = 0]] of points.entries()) {
    const [x2 = 0, y2 = 0] = points.at(place - 1) ?? [];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
