import { expect, test } from "vitest";
import { inParts } from "#app/domain/in-parts.ts";

test("every row comes once, in its order, and none is no statement at all", () => {
  const rows = Array.from({ length: 1001 }, (_, at) => at);
  const parts = [...inParts(rows)];
  expect(parts.map(({ length }) => length)).toEqual([500, 500, 1]);
  expect(parts.flat()).toEqual(rows);
  expect([...inParts([])]).toEqual([]);
});
