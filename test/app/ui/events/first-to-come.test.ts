import { expect, test } from "vitest";
import { firstToCome } from "#app/ui/events/first-to-come.ts";

const NOW = new Date("2026-07-03T17:00:00Z");
const past = { start: "2026-07-03T09:00:00Z", end: "2026-07-03T10:00:00Z", allDay: false };
const coming = { start: "2026-07-03T18:00:00Z", end: "2026-07-03T19:00:00Z", allDay: false };
const read =
  <H>(list: readonly H[]) =>
  async ({ limit, offset }: { limit: number; offset: number }) =>
    list.slice(offset, offset + limit);

test("however many are past, the next are found", async () => {
  const day = [...Array<typeof past>(100).fill(past), coming, coming, coming];
  expect(await firstToCome(2, NOW, read(day))).toEqual([coming, coming]);
});

test("where fewer are to come, they are all", async () => {
  expect(await firstToCome(5, NOW, read([past, coming]))).toEqual([coming]);
  expect(await firstToCome(5, NOW, read(Array<typeof past>(40).fill(past)))).toEqual([]);
});
