import { expect } from "vitest";
import { loader } from "#app/routes/home.tsx";
import { makeTimed } from "#test/factories/events.ts";
import { test } from "#test/setup/context.ts";
import { knock } from "#test/setup/door.ts";

test("shows the next five that are not over", async ({ ctx }) => {
  for (const hour of ["05", "06", "07"])
    await makeTimed(ctx, `2026-04-14T${hour}:00:00Z`, `2026-04-14T${hour}:50:00Z`, { summary: "Over" });
  for (const day of [14, 15, 16, 17, 18, 19])
    await makeTimed(ctx, `2026-04-${day}T10:00:00Z`, null, { summary: `Day ${day}` });
  const { events } = await loader(await knock(ctx, "/"));
  expect(events.map(({ title }) => title)).toEqual(["Day 14", "Day 15", "Day 16", "Day 17", "Day 18"]);
});
