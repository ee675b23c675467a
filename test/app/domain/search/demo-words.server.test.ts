import { beforeAll, describe, expect, test } from "vitest";
import { searchServices } from "#app/domain/search/find.server.ts";
import { indexServices } from "#app/domain/search/index-services.server.ts";
import { loadDemo } from "#db/demo/load.server.ts";
import { connection, NOW } from "#test/setup/context.ts";

// Only read here, and this file has a database of its own: loaded once, for all.
beforeAll(async () => {
  await loadDemo(connection().db, NOW);
  await indexServices({ db: connection().db, now: NOW });
});

const ask = (q: string, near = "NR3") =>
  searchServices(
    { actor: { kind: "visitor" }, db: connection().db, now: NOW },
    { q, near, page: 1, place: undefined, topic: undefined },
  );
const firstOf = ({ results }: { results: { name: string }[] }, most: number) =>
  results.slice(0, most).map(({ name }) => name);

describe("words that cannot wait", () => {
  test.each([
    "i want to kill myself",
    "help me die",
    "i feel like ending it",
    "can't go on",
    "suicide",
    "suicde",
  ])("%j finds help in a crisis first", async (q) => {
    const found = await ask(q);
    expect(firstOf(found, 2).sort()).toEqual(["Night Line", "Rest House evenings"]);
    expect(found.dangers).toEqual(["suicide"]);
  });

  test.each(["my husband hits me", "rape", "help i was raped last night", "scared of my partner", "abuse"])(
    "%j finds safety first",
    async (q) => {
      const found = await ask(q);
      expect(firstOf(found, 2)).toEqual(["Harbour & Haven helpline and refuge", "After harm"]);
      expect(found.dangers).toEqual(["abuse"]);
    },
  );

  test("are never respelt", async () => {
    expect((await ask("i want to kill myself")).corrections).toEqual([]);
    expect((await ask("kill")).corrections).toEqual([]);
  });

  test("of the grieving count beside the danger's", async () => {
    const found = await ask("bereaved by suicide");
    expect(found.dangers).toEqual(["suicide"]);
    expect(firstOf(found, 1)).toEqual(["Grief and tea"]);
  });
});

describe("short slips", () => {
  test.each(["fod bnk", "fod bank", "food bnk"])("%j is a food bank", async (q) => {
    const found = await ask(q);
    expect(found.results.map(({ id }) => id)).toEqual((await ask("food bank")).results.map(({ id }) => id));
    expect(found.corrections.length).toBeGreaterThan(0);
  });

  test.each(["golf", "parkrun"])("%j is a word, though nobody offers it", async (q) =>
    expect(await ask(q)).toMatchObject({ total: 0, corrections: [] }),
  );
});

describe("a word in the service's own", () => {
  test("outranks a synonym, and it is said that only some fit", async () => {
    const found = await ask("wheelchair football");
    expect(firstOf(found, 2)).toEqual(["Hethersett walking football", "Man vs Fat Norwich"]);
    expect(found.isRelaxed).toBe(true);
  });

  test("may also be a word of the topic beside it", async () => {
    const found = await ask("dementia cafe");
    expect(found.isRelaxed).toBe(false);
    expect(firstOf(found, 3)).toContain("Southwold & Reydon Memory Café");
  });
});

test("somewhere to go near by comes first, and only where alone means distance alone", async () => {
  const lonely = await ask("somewhere to go when I'm lonely");
  expect(lonely.results[0]?.distanceKm).toBeLessThan(2);
  expect(lonely.isByDistance).toBe(false);
  expect((await ask("")).isByDistance).toBe(true);
});
