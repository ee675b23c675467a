import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { searchServices } from "#app/domain/search/find.server.ts";
import { indexMissingServices } from "#app/domain/search/index-missing.server.ts";
import { indexServices } from "#app/domain/search/index-services.server.ts";
import type { Search } from "#app/domain/search/inputs.ts";
import { makePlace } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeService, makeTopic } from "#test/factories/services.ts";
import { makeTowns } from "#test/factories/towns.ts";
import { makeVenue } from "#test/factories/venues.ts";
import { test } from "#test/setup/context.ts";

const ask = (ctx: Ctx, over: Partial<Search>) =>
  searchServices({ ...ctx }, { q: "", near: "", page: 1, place: undefined, topic: undefined, ...over });
const namesOf = ({ results }: { results: { name: string }[] }) => results.map(({ name }) => name);

/** A café and a walk in the city, the same café by the sea, a befriending line, and a food bank. */
async function aSmallTown(ctx: Ctx) {
  const norwich = (await makePlace(ctx, { slug: "norwich", name: "Norwich" })).id;
  const north = (await makePlace(ctx, { slug: "north-norfolk", name: "North Norfolk" })).id;
  await makeTowns(ctx, { norwich, north });
  const company = await makeTopic(ctx, {
    slug: "company",
    name: "Company and friendship",
    words: ["lonely", "loneliness", "somewhere to go"],
  });
  const befriending = await makeTopic(ctx, {
    slug: "befriending",
    name: "Befriending",
    words: ["befriender"],
    parentId: company.id,
  });
  const food = await makeTopic(ctx, { slug: "food", name: "Food banks", words: ["food bank"], position: 2 });
  const make = (name: string, termId: string, placeId: string, summary = "") =>
    makeService(ctx, { name, summary, termIds: [termId], placeIds: [placeId], confirmedOn: "2026-04-01" });
  const cafe = await make("Chatty Café", company.id, norwich, "Tea and company every week");
  const seaside = await make("Seaside Café", company.id, north, "Tea and company by the pier");
  const line = await make("Telephone friends", befriending.id, norwich, "A call every week");
  const bank = await make("Magdalen food bank", food.id, norwich);
  await makeVenue(ctx, { serviceIds: [cafe.id, bank.id], placeId: norwich });
  await makeVenue(ctx, {
    serviceIds: [seaside.id],
    placeId: north,
    city: "Cromer",
    latitude: 52.93,
    longitude: 1.3,
  });
  await indexServices(ctx);
  return { cafe, seaside, line, bank, norwich, company };
}

describe("a resident's words", () => {
  test("find what fits near them first, then further off", async ({ ctx }) => {
    await aSmallTown(ctx);
    const found = await ask(ctx, { q: "somewhere to go when I'm lonely near NR3" });
    expect(namesOf(found)).toEqual(["Chatty Café", "Telephone friends", "Seaside Café"]);
    expect(found.near).toEqual({ known: true, said: "nr3", label: "NR3" });
    expect(found.results[0]).toMatchObject({ where: "Norwich", distanceKm: 0.4 });
    expect(found.results[1]?.distanceKm).toBeNull();
    expect(found.results[2]?.distanceKm).toBeCloseTo(31.9, 0);
  });

  test("are understood with a slip in the topic and in the town", async ({ ctx }) => {
    await aSmallTown(ctx);
    const found = await ask(ctx, { q: "lonley", near: "Cromre" });
    expect(namesOf(found)[0]).toBe("Seaside Café");
    expect(found.corrections).toEqual([{ from: "lonley", to: "lonely" }]);
    expect(found.near?.label).toBe("Cromer");
  });

  test("a word of a name is put right by the index's own words", async ({ ctx }) => {
    await aSmallTown(ctx);
    const found = await ask(ctx, { q: "magdalin" });
    expect(namesOf(found)).toEqual(["Magdalen food bank"]);
    expect(found.corrections).toEqual([{ from: "magdalin", to: "magdalen" }]);
  });

  test("a wide topic finds narrow ones", async ({ ctx }) => {
    await aSmallTown(ctx);
    expect(namesOf(await ask(ctx, { topic: "company" }))).toEqual([
      "Chatty Café",
      "Seaside Café",
      "Telephone friends",
    ]);
    expect(namesOf(await ask(ctx, { q: "loneliness" }))).toContain("Telephone friends");
  });

  test("when all of them fit nothing, some are enough", async ({ ctx }) => {
    await aSmallTown(ctx);
    const found = await ask(ctx, { q: "food bank telephone tea" });
    expect(found.isRelaxed).toBe(true);
    expect(found.total).toBe(4);
  });

  test("an unknown place loses nothing but the distance", async ({ ctx }) => {
    await aSmallTown(ctx);
    const found = await ask(ctx, { q: "lonely", near: "Timbuktu" });
    expect(found.near).toMatchObject({ known: false, said: "Timbuktu" });
    expect(found.total).toBe(3);
  });

  test("that fit nothing still offer topics", async ({ ctx }) => {
    await aSmallTown(ctx);
    const found = await ask(ctx, { q: "xyzzyplugh" });
    expect(found.total).toBe(0);
    expect(found.topics.map(({ slug }) => slug)).toEqual(["company", "food"]);
  });

  test("may be narrowed by place and topic, with counts", async ({ ctx }) => {
    await aSmallTown(ctx);
    const found = await ask(ctx, { q: "lonely", place: "norwich" });
    expect(namesOf(found)).toEqual(expect.arrayContaining(["Chatty Café", "Telephone friends"]));
    expect(found.total).toBe(2);
    expect(found.places.find(({ slug }) => slug === "norwich")?.results).toBe(2);
    await expect(ask(ctx, { q: "lonely", place: "atlantis" })).rejects.toThrow("a place called “atlantis”");
    await expect(ask(ctx, { topic: "alchemy" })).rejects.toThrow("a topic called “alchemy”");
  });

  test("nothing said lists everything by name; only where, the nearest first", async ({ ctx }) => {
    await aSmallTown(ctx);
    expect(namesOf(await ask(ctx, {}))).toEqual([
      "Chatty Café",
      "Magdalen food bank",
      "Seaside Café",
      "Telephone friends",
    ]);
    const nearest = namesOf(await ask(ctx, { near: "cromer" }));
    expect(nearest[0]).toBe("Seaside Café");
    expect(nearest).toHaveLength(3);
  });
});

describe("pages", () => {
  test("follow each other without repeats or gaps", async ({ ctx }) => {
    const topic = await makeTopic(ctx, { slug: "walks", name: "Walking", words: ["walk"] });
    for (let number = 0; number < 43; number++) await makeService(ctx, { name: "Walk", termIds: [topic.id] });
    await indexServices(ctx);
    const pages = [
      await ask(ctx, { q: "walk" }),
      await ask(ctx, { q: "walk", page: 2 }),
      await ask(ctx, { q: "walk", page: 3 }),
    ];
    const ids = pages.flatMap(({ results }) => results.map(({ id }) => id));
    expect(pages.map(({ results }) => results.length)).toEqual([20, 20, 3]);
    expect(new Set(ids).size).toBe(43);
    expect(pages[0]).toMatchObject({ total: 43, pages: 3, totalIsCapped: false });
  });
});

describe("more than can be counted", () => {
  test("says so, and still pages through 500 without repeats", async ({ ctx }) => {
    const organisation = await makeOrganisation(ctx);
    await ctx.db.execute(sql`
      insert into services (slug, organisation_id, name, summary)
      select 'walk-' || n, ${organisation.id}, 'Walk ' || n, 'A walk' from generate_series(1, 1200) n`);
    await indexServices(ctx);
    const seen = new Set<string>();
    for (let page = 1; page <= 25; page++) {
      const found = await ask(ctx, { q: "walk", page });
      expect(found).toMatchObject({ total: 500, totalIsCapped: true, pages: 25 });
      for (const { id } of found.results) seen.add(id);
    }
    expect(seen.size).toBe(500);
  });
});

describe("what must not be found", () => {
  test("services and organisations that are not live", async ({ ctx }) => {
    await makeService(ctx, { name: "Draft drawing", state: "draft" });
    const closed = await makeOrganisation(ctx, { state: "archived", archivedAt: ctx.now });
    await makeService(ctx, { name: "Archived drawing", organisationId: closed.id });
    const live = await makeService(ctx, { name: "Life drawing" });
    await indexServices(ctx);
    expect(namesOf(await ask(ctx, { q: "drawing" }))).toEqual([live.name]);
  });

  test("what nobody has confirmed for long, once 180 days have passed since it fell due", async ({ ctx }) => {
    await makeService(ctx, { name: "Wild drawing", confirmedOn: "2025-04-16" });
    await makeService(ctx, { name: "Late drawing", confirmedOn: "2025-04-17" });
    await makeService(ctx, { name: "Old drawing", confirmedOn: "2025-04-15" });
    await indexServices(ctx);
    expect(namesOf(await ask(ctx, { q: "drawing" }))).toEqual(["Late drawing"]);
    await indexServices({ ...ctx, now: new Date("2026-04-13T09:00:00Z") });
    expect(namesOf(await ask(ctx, { q: "drawing" })).toSorted()).toEqual(["Late drawing", "Wild drawing"]);
    await indexMissingServices({ ...ctx, now: new Date("2026-04-15T09:00:00Z") });
    expect(namesOf(await ask(ctx, { q: "drawing" }))).toEqual([]);
  });

  test("where a hidden address is: no town, no distance", async ({ ctx }) => {
    const norwich = (await makePlace(ctx, { slug: "norwich", name: "Norwich" })).id;
    await makeTowns(ctx, { norwich, north: norwich });
    const refuge = await makeService(ctx, { name: "Refuge one", placeIds: [norwich] });
    await makeVenue(ctx, { serviceIds: [refuge.id], addressIsHidden: true });
    const discreet = await makeOrganisation(ctx, { addressIsHidden: true });
    const second = await makeService(ctx, {
      name: "Refuge two",
      organisationId: discreet.id,
      placeIds: [norwich],
    });
    await makeVenue(ctx, { serviceIds: [second.id] });
    const guest = await makeService(ctx, { name: "Refuge three", placeIds: [norwich] });
    await makeVenue(ctx, { serviceIds: [guest.id], organisationId: discreet.id });
    await indexServices(ctx);
    const { results } = await ask(ctx, { q: "refuge", near: "NR3" });
    expect(results).toHaveLength(3);
    for (const result of results) expect(result).toMatchObject({ distanceKm: null, where: "Across Norwich" });
    expect(JSON.stringify(results)).not.toMatch(/Duke Street|NR3 3AB/);
  });
});

describe("one changed service", () => {
  test("is indexed alone, and leaves when it is no longer live", async ({ ctx }) => {
    const made = await makeService(ctx, { name: "Ukulele orchestra" });
    await indexServices(ctx, [made.id]);
    expect(namesOf(await ask(ctx, { q: "ukelele" }))).toEqual(["Ukulele orchestra"]);
    await ctx.db.execute(
      `update services set state = 'archived', archived_at = now() where id = '${made.id}'`,
    );
    await indexServices(ctx, [made.id]);
    expect(namesOf(await ask(ctx, { q: "ukulele" }))).toEqual([]);
  });
});
