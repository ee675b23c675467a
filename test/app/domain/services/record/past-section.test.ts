import { expect, test } from "vitest";
import { sectionOf } from "#app/domain/services/record/past-section.ts";

const capacity = { capacity: "full", waitWeeks: null, capacityNote: "" };

test("a change of one section has a version to go back to", () => {
  expect(sectionOf({ capacity })).toEqual({ section: "capacity", fields: capacity });
  expect(sectionOf({ cost: { costs: [] } })).toEqual({ section: "cost", fields: { costs: [] } });
});

const unreadable: unknown[] = [
  null,
  undefined,
  "words",
  {},
  { state: { state: "live" } },
  { capacity, cost: { costs: [] } },
  { capacity: { capacity: "bursting" } },
  { basics: null },
  { cost: null },
  { constructor: {} },
];

test.each(unreadable.map((side) => [side]))("%j has none", (side) => expect(sectionOf(side)).toBeNull());
