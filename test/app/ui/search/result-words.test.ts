import { expect, test } from "vitest";
import { opening } from "#app/ui/organisations/organisation-card.tsx";
import { countInWords, questionInWords, unknownNear } from "#app/ui/search/result-words.ts";

const found = { total: 23, totalIsCapped: false, near: null, place: null, topic: null };

test.each([
  [found, "23 services"],
  [{ ...found, total: 1, near: { known: true, label: "NR3" } }, "1 service"],
  [{ ...found, near: { known: true, label: "NR3" } }, "23 services, nearest to NR3 first"],
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

test("only an unknown place is complained of", () => {
  expect(unknownNear({ known: false, said: "Timbuktu" })).toContain("“Timbuktu”");
  expect(unknownNear({ known: true, said: "NR3" })).toBeUndefined();
  expect(unknownNear(null)).toBeUndefined();
});

test.each([
  ["", ""],
  ["We feed people every day. And we talk.", "We feed people every day."],
  ["A sentence that never\nends", "A sentence that never ends"],
  [`${"word ".repeat(60)}.`, `${"word ".repeat(32).trim()}…`],
])("the opening of %j", (text, line) => expect(opening(text)).toBe(line));
