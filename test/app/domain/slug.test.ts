import * as fc from "fast-check";
import { expect, test } from "vitest";
import { firstFree, slugOf } from "#app/domain/slug.ts";

test.each([
  ["MAP", "map"],
  ["YMCA Norfolk", "ymca-norfolk"],
  ["Tŷ’r Gân, Norwich", "tyr-gan-norwich"],
  ["Ŵyn a'r Ŷd", "wyn-ar-yd"],
  ["Lietuvių namai: Žemaitė, ąčęėįšųūž", "lietuviu-namai-zemaite-aceeisuuz"],
  ["Łódź i Kraków", "lodz-i-krakow"],
  ["Große Straße", "grosse-strasse"],
  ["St Mary's Lunch & Chat", "st-marys-lunch-and-chat"],
  ["  --Open?!  ", "open"],
  ["ﬁre safety №1", "fire-safety-no1"],
  ["日本", "organisation"],
  ["!!!", "organisation"],
])("%s becomes %s", (name, slug) => expect(slugOf(name, "organisation")).toBe(slug));

test("a long name ends after a whole word, and one endless word where it must", () => {
  expect(slugOf("word ".repeat(40), "x")).toBe("word-".repeat(16).slice(0, -1));
  expect(slugOf("w".repeat(300), "x")).toBe("w".repeat(80));
});

test("whatever somebody types becomes a slug", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      expect(slugOf(name, "organisation")).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
});

test("a name that is taken gets the first number that is free", () => {
  expect(firstFree("lunch-club", [])).toBe("lunch-club");
  expect(firstFree("lunch-club", ["lunch-club-2"])).toBe("lunch-club");
  expect(firstFree("lunch-club", ["lunch-club", "lunch-club-2", "lunch-club-4"])).toBe("lunch-club-3");
});
