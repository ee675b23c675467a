import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { findElsewhere } from "#app/domain/search/elsewhere/find-elsewhere.server.ts";
import type { Search } from "#app/domain/search/inputs.ts";
import { makeEvent, makeTimed } from "#test/factories/events.ts";
import { makeOpportunity } from "#test/factories/opportunities.ts";
import { test } from "#test/setup/context.ts";

const ask = async (ctx: Ctx, over: Partial<Search>) => {
  const asked = { q: "", near: "", page: 1, place: undefined, topic: undefined, ...over };
  const { events, opportunities } = await findElsewhere(ctx, asked);
  return { events: events.map(({ id }) => id), opportunities: opportunities.map(({ title }) => title) };
};

/** A weekly lunch with a date that is past, one that is called off and two to come. */
async function aWeeklyLunch(ctx: Ctx) {
  const { id: eventId } = await makeEvent(ctx, { summary: "Cinio wythnosol Gŵyl" });
  const on = (day: string, status: "confirmed" | "cancelled" = "confirmed") =>
    makeTimed(ctx, `${day}T11:00:00Z`, `${day}T13:00:00Z`, { eventId, status });
  await on("2026-04-08");
  await on("2026-04-15", "cancelled");
  const next = await on("2026-04-22");
  await on("2026-04-29");
  return next;
}

describe("events by their titles", () => {
  test("are found by their words, with or without accents, each by its next date", async ({ ctx }) => {
    const next = await aWeeklyLunch(ctx);
    for (const q of ["Cinio wythnosol", "gwyl cinio", "the CINIO please", "Gŵyl"])
      expect((await ask(ctx, { q })).events, q).toEqual([next.id]);
    expect((await ask(ctx, { q: "cinio dyddiol" })).events).toEqual([]);
  });

  test("are three at most, the soonest first, and not what only its keepers see", async ({ ctx }) => {
    const make = (day: string, over = {}) =>
      makeTimed(ctx, `${day}T11:00:00Z`, null, { event: { summary: "Knitting evening", ...over } });
    const [later, last] = [await make("2026-04-20"), await make("2026-04-21")];
    await make("2026-04-22");
    const first = await make("2026-04-16");
    await make("2026-04-15", { isPublic: false });
    expect((await ask(ctx, { q: "knitting" })).events).toEqual([first.id, later.id, last.id]);
  });
});

test("open opportunities are found by their titles, closed ones are not", async ({ ctx }) => {
  await makeOpportunity(ctx, { title: "Bench builder" });
  await makeOpportunity(ctx, { title: "Bench painter", closesAt: new Date("2026-04-13T09:00:00Z") });
  await makeOpportunity(ctx, { title: "Bench mover", state: "draft" });
  expect((await ask(ctx, { q: "building benches" })).opportunities).toEqual([]);
  expect((await ask(ctx, { q: "benches" })).opportunities).toEqual(["Bench builder"]);
});

test("nothing else stands on later pages, beside no words, and beside help with a danger", async ({
  ctx,
}) => {
  await makeOpportunity(ctx, { title: "Suicide prevention trainer" });
  const found = { events: [], opportunities: ["Suicide prevention trainer"] };
  expect(await ask(ctx, { q: "trainer" })).toEqual(found);
  const nothing = { events: [], opportunities: [] };
  for (const over of [{ q: "trainer", page: 2 }, { q: "" }, { q: "where can i" }, { q: "suicide" }])
    expect(await ask(ctx, over)).toEqual(nothing);
});
