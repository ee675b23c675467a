import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gazetteerOf } from "#app/domain/places/near.ts";
import { topicVocabularyOf } from "#app/domain/search/topics.ts";
import { doubtfulWords, respelt, understand } from "#app/domain/search/understand.ts";

const topic = (id: string, name: string, words: string[], parentId: string | null = null) => ({
  id,
  slug: id,
  name,
  parentId,
  taxonomy: "topics",
  words,
});
const topics = topicVocabularyOf([
  topic("company", "Company and friendship", ["lonely", "loneliness", "friends", "somewhere to go"]),
  topic("mental-health", "Mental health and feeling low", [
    "mental health",
    "depressed",
    "anxious",
    "can't cope",
  ]),
  topic("food-banks", "Food banks and parcels", ["food bank", "foodbank"]),
  topic("mens-sheds", "Men's sheds and making things", ["men's shed"]),
  topic("health", "Health", ["health"]),
  topic("carers", "Carers", ["unpaid carers"]),
]);
const spot = (label: string) => ({ label, latitude: 52.6, longitude: 1.3, placeId: null });
const gazetteer = gazetteerOf(
  ["NR3", "NR31"].map(spot),
  ["Norwich", "King's Lynn", "Cromer", "Great Yarmouth"].map(spot),
);
const knowledge = { topics, gazetteer };

const read = (q: string, near = "", indexed: string[] = []) =>
  understand(q, near, knowledge, new Set(indexed));
const nearOf = (q: string, near = "") => {
  const found = read(q, near).near;
  return found?.known ? found.spot.label : (found?.said ?? null);
};
const texts = (q: string, indexed: string[] = []) => read(q, "", indexed).concepts.map(({ text }) => text);
const termIds = (q: string) => read(q).concepts.flatMap((concept) => concept.termIds);

describe("where", () => {
  test.each([
    ["somewhere to go when I'm lonely near NR3", "NR3"],
    ["lonely nr3 1aa", "NR3"],
    ["NR31 0AA food bank", "NR31"],
    ["food bank in Norwich", "Norwich"],
    ["food bank norwich", "Norwich"],
    ["food bank near Norwhich", "Norwich"],
    ["things to do in great yarmouth for carers", "Great Yarmouth"],
    ["kings lynn", "King's Lynn"],
    ["lonely near timbuktu", "timbuktu"],
    ["food bank near SW1A 1AA", "sw1a 1aa"],
    ["lonely", null],
    ["somewhere near me", null],
  ])("%j is near %s", (q, label) => expect(nearOf(q)).toBe(label));

  test("leaves the words without it", () => expect(texts("food bank in Norwich")).toEqual(["food bank"]));
  test("what the box says wins over the words", () =>
    expect(nearOf("lonely near NR3", "Cromer")).toBe("Cromer"));
});

describe("what", () => {
  test.each([
    ["I'm lonely", ["company"]],
    ["somewhere to go when I'm lonely", ["company", "company"]],
    ["foodbanks", ["food-banks"]],
    ["Food Banks", ["food-banks"]],
    ["mental health", ["mental-health"]],
    ["health", ["health"]],
    ["can’t cope", ["mental-health"]],
    ["mens sheds", ["mens-sheds"]],
    ["bus timetable", []],
  ])("%j names the topics %j", (q, ids) => expect(termIds(q)).toEqual(ids));

  test("drops words that only say that somebody is looking", () =>
    expect(texts("please can you help me find a knitting group", ["knitting", "group"])).toEqual([
      "knitting",
      "group",
    ]));

  test("keeps them where there is nothing else", () => {
    expect(texts("I need help")).toEqual(["help"]);
    expect(texts("where can I go")).toEqual([]);
  });
});

describe("spelling", () => {
  test.each([
    ["lonley", "lonely"],
    ["depresed", "depressed"],
    ["anxius", "anxious"],
    ["mental helth", "health"],
  ])("%j is read as %j", (q, to) => expect(read(q).corrections.map((made) => made.to)).toEqual([to]));

  test("a misspelt phrase still names its topic", () =>
    expect(termIds("mental helth")).toEqual(["mental-health"]));
  test("a word of the index is never respelt", () =>
    expect(read("careers", "", ["careers"]).corrections).toEqual([]));
  test("only words that no topic knows are asked of the index", () =>
    expect(doubtfulWords("lonely people near NR3 knitting", "", knowledge)).toEqual(["knitting"]));
  test("what the index knows better is put right, and said", () => {
    const mended = respelt(read("gardenning"), new Map([["gardenning", "gardening"]]));
    expect(mended.concepts).toEqual([{ text: "gardening", termIds: [] }]);
    expect(mended.corrections).toEqual([{ from: "gardenning", to: "gardening" }]);
  });
});

test("any text at all is understood somehow", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (q) => Array.isArray(read(q).concepts)),
  );
});
