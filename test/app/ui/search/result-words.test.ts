import { expect, test } from "vitest";
import { opening } from "#app/ui/organisations/organisation-card.tsx";
import { countInWords, mayNarrow, questionInWords, unknownNear } from "#app/ui/search/result-words.ts";

const found = { total: 23, totalIsCapped: false, near: null, isByDistance: false, place: null, topic: null };

test.each([
  [found, "23 services"],
  [{ ...found, total: 1, near: { known: true, label: "NR3" } }, "1 service"],
  [{ ...found, near: { known: true, label: "NR3" } }, "23 services, best match near NR3 first"],
  [
    { ...found, isByDistance: true, near: { known: true, label: "NR3" } },
    "23 services, nearest to NR3 first",
  ],
  [{ ...found, near: { known: false, label: "Timbuktu" } }, "23 services"],
  [
    { ...found, total: 500, totalIsCapped: true, place: { name: "Norwich" }, topic: { name: "Debt" } },
    "More than 500 services under “Debt” in Norwich",
  ],
])("%j", (answer, words) => expect(countInWords(answer)).toBe(words));

test("the title says what was asked", () => {
  expect(questionInWords({ q: "lonely", near: "NR3", topic: null })).toBe("lonely near NR3");
  expect(questionInWords({ q: "", near: "", topic: { name: "Debt" } })).toBe("Debt");
  expect(questionInWords({ q: "x".repeat(300), near: "", topic: null })).toHaveLength(80);
});

const nowhere = { total: 3, near: { known: false, said: "Atlantis" }, place: null };

test.each([
  [nowhere, "We do not know a place called “Atlantis”, so these are from everywhere."],
  [{ ...nowhere, total: 0 }, "We do not know a place called “Atlantis”, so we looked everywhere."],
  [
    { ...nowhere, place: { name: "Norwich" } },
    "We do not know a place called “Atlantis”, so these are from all of Norwich.",
  ],
  [{ ...nowhere, near: { known: true, said: "NR3" } }, undefined],
  [{ ...nowhere, near: null }, undefined],
])("an unknown place: %j", (answer, words) => expect(unknownNear(answer)).toBe(words));

test("filters are offered where they can narrow something, or be taken off", () => {
  expect(mayNarrow({ total: 0, place: null, topic: null })).toBe(false);
  expect(mayNarrow({ total: 0, place: null, topic: { name: "Debt" } })).toBe(true);
  expect(mayNarrow({ total: 1, place: null, topic: null })).toBe(true);
});

test.each([
  ["", ""],
  ["We feed people every day. And we talk.", "We feed people every day."],
  ["A sentence that never\nends", "A sentence that never ends"],
  [`${"word ".repeat(60)}.`, `${"word ".repeat(32).trim()}…`],
])("the opening of %j", (text, line) => expect(opening(text)).toBe(line));
