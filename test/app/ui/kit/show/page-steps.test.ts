import fc from "fast-check";
import { expect, it } from "vitest";
import { pageSteps } from "#app/ui/kit/show/page-steps.ts";

it.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [4, 7, [1, 2, 3, 4, 5, 6, 7]],
  [5, 20, [1, "gap", 4, 5, 6, "gap", 20]],
  [20, 20, [1, "gap", 19, 20]],
])("page %i of %i", (page, count, steps) => {
  expect(pageSteps(page, count)).toEqual(steps);
});

it("always offers the first, this and the last page, in order, and few in all", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (count, seed) => {
      const page = (seed % count) + 1;
      const steps = pageSteps(page, count);
      const numbers = steps.filter((step) => step !== "gap");
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      expect(numbers).toEqual(expect.arrayContaining([1, page, count]));
      expect(steps.length).toBeLessThanOrEqual(7);
    }),
  );
});
