import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { likelihood, type VenueWords, venueMatcher } from "#app/domain/calendars/venues/venue-score.ts";

const venue = (
  id: string,
  name: string,
  address: string,
  postcode: string,
  town = "Norwich",
): VenueWords => ({
  ...{ id, name, address, town, postcode },
});
const names = [
  "Acle",
  "Blofield",
  "Cawston",
  "Diss",
  "Ellingham",
  "Foxley",
  "Gayton",
  "Holt",
  "Itteringham",
  "Loddon",
];
const venues = [
  venue("launderette", "The Room Above the Launderette", "112A Magdalen Street", "NR3 1ZY"),
  venue("augustine", "St Augustine's Hall", "Gildencroft", "NR3 1ZZ"),
  venue("silver", "Silver Road Community Centre", "Silver Road", "NR3 4ZZ"),
  venue("catton", "Catton Grove Community Centre", "Jewson Road", "NR3 3ZZ"),
  venue("becket", "Becket's Hall", "Church Street", "NR18 0ZZ", "Wymondham"),
  venue("nameless", "", "Church Street", "NR18 0ZY", "Wymondham"),
];
const suggest = venueMatcher(venues);
const best = (words: string) => suggest(words)[0];

describe("case 60: a venue is suggested with a score", () => {
  test.each([
    ["St Augustines Hall", "augustine"],
    ["Saint Augustine’s Hall, Norwich", "augustine"],
    ["ST. AUGUSTINE'S HALL NR3 1ZZ", "augustine"],
    ["Room above the launderette, Magdalen St", "launderette"],
    ["silver road comunity centre", "silver"],
    ["Catton Grove Community Centre, Jewson Rd, NR33ZZ", "catton"],
    ["Becket’s Hall, Wymondham", "becket"],
  ])("“%s” may be %s", (words, id) => expect(best(words)?.id).toBe(id));

  test("the same words and postcode are as sure as it gets", () => {
    expect(best("St Augustine's Hall, Gildencroft, Norwich NR3 1ZZ")).toEqual({
      id: "augustine",
      score: 100,
    });
  });

  test("how sure it is is said in words", () => {
    expect([100, 80, 79, 55, 54, 35].map(likelihood)).toEqual([
      ...["Very likely this one", "Very likely this one", "Likely this one", "Likely this one"],
      ...["Perhaps this one", "Perhaps this one"],
    ]);
  });

  test("another postcode makes the same name another hall", () => {
    const [here, elsewhere] = [best("St Augustine's Hall NR3 1ZZ"), best("St Augustine's Hall NR30 9XX")];
    expect((here?.score ?? 0) - (elsewhere?.score ?? 0)).toBeGreaterThan(40);
  });

  test("a hall that shares no more than “St” and “Hall”, or is in another town, is none to choose", () => {
    const lynn = venue("lynn", "St Nicholas' Hall", "St Ann's Street", "PE30 1ZZ", "King's Lynn");
    const road = venue("road", "Lynn Road Hall", "King's Lynn Road", "PE37 1ZZ", "Swaffham");
    const here = venueMatcher([...venues, lynn, road]);
    const ids = (words: string) => here(words).map(({ id }) => id);
    expect(ids("St Andrew's Hall, Norwich")).toEqual([]);
    expect(ids("St Nicholas' Hall, Norwich")).toEqual([]);
    expect(ids("St Nicholas Hall, King's Lynn")[0]).toBe("lynn");
    expect(ids("St Nicholas Hall")).toEqual(["lynn"]);
    expect(ids("Lynn Road Hall, King's Lynn Road")).toEqual(["road"]);
    // A postcode is surer than the name of a town
    expect(ids("St Nicholas' Hall, Norwich, PE30 1ZZ")).toEqual(["lynn"]);
  });

  test.each(["", "Norwich", "The hall", "Online", "https://meet.example.org/x", "Room 4"])(
    "“%s” suggests nothing",
    (words) => expect(suggest(words)).toEqual([]),
  );

  test("any text gives at most three, best first, from 35 to 100", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (words) => {
        const scores = suggest(words).map(({ score }) => score);
        expect(scores.length).toBeLessThanOrEqual(3);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        for (const score of scores) expect(score >= 35 && score <= 100).toBe(true);
      }),
    );
  });

  test("forty places among ten thousand venues keep nobody waiting", () => {
    const street = (at: number) => `${at % 90} Church Lane`;
    const many = Array.from({ length: 10_000 }, (_, at) =>
      venue(
        `v${at}`,
        `${names[at % names.length]} Village Hall ${at}`,
        street(at),
        `NR${1 + (at % 35)} ${at % 10}AB`,
      ),
    );
    const began = performance.now();
    const find = venueMatcher([...many, ...venues]);
    for (let at = 0; at < 40; at += 1)
      find(`${names[at % names.length]} Village Hall, Church Lane, NR${at % 35} 1AB`);
    expect(find("St Augustines Hall, NR3 1ZZ")[0]?.id).toBe("augustine");
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
