import { describe, expect, test } from "vitest";
import {
  differencesOfPast,
  sectionsBefore,
  whatHappened,
  whoInWords,
} from "#app/domain/organisations/history/versions.ts";

const names = (name: string) => ({ names: { name, kind: "charity", formerNames: [] } });

describe("a past change in words", () => {
  test("names the part that was changed, and the fields that differ", () => {
    const change = { deed: "edit organisation", before: names("Old"), after: names("New") };
    expect(whatHappened(change)).toBe("Changed: name and kind");
    expect(differencesOfPast(change, {})).toEqual([{ label: "Name", before: "Old", after: "New" }]);
    expect(sectionsBefore(change)).toEqual(names("Old"));
  });

  test("says states and trust in their own words", () => {
    const before = { state: "live", stateNote: "" };
    const after = { state: "temporarily-closed", stateNote: "Winter." };
    expect(differencesOfPast({ before, after }, {})).toEqual([
      { label: "State", before: "Live", after: "Temporarily closed" },
      { label: "Why it is closed", before: "", after: "Winter." },
    ]);
    expect(differencesOfPast({ before: { isTrusted: false }, after: { isTrusted: true } }, {})).toEqual([
      { label: "Changes need approval", before: "Yes", after: "No" },
    ]);
  });

  test("says when a record was confirmed", () => {
    const change = {
      deed: "confirm record",
      before: { confirmation: { confirmedOn: null } },
      after: { confirmation: { confirmedOn: "2026-05-20", by: "the record’s own address" } },
    };
    expect(whatHappened(change)).toBe("Confirmed that everything is still right");
    expect(differencesOfPast(change, {})).toEqual([
      { label: "Confirmed on", before: "", after: "2026-05-20" },
    ]);
  });

  test("names places and topics as people know them", () => {
    const where = (places: string[]) => ({
      where: { places, districts: [], isSystemWide: false, worksOnline: false },
    });
    const change = { before: where([]), after: where(["norwich"]) };
    expect(differencesOfPast(change, { norwich: "Norwich" })).toEqual([
      { label: "Places", before: "", after: "Norwich" },
    ]);
  });

  test.each([
    { about: {} },
    { about: { topics: null } },
    { numbers: {} },
    { where: { places: "norwich" } },
    { contact: {} },
  ])("fills what an older shape %j lacks", (fields) => {
    expect(differencesOfPast({ before: fields, after: fields }, {})).toEqual([]);
    expect(differencesOfPast({ before: null, after: fields }, {})).toEqual(expect.any(Array));
    expect(Object.keys(sectionsBefore({ before: fields }))).toEqual(Object.keys(fields));
  });

  test("keeps the fields that an older shape has", () => {
    const change = { before: { about: {} }, after: { about: { helps: "Neighbours" } } };
    expect(differencesOfPast(change, {})).toEqual([
      { label: "Who you help", before: "", after: "Neighbours" },
    ]);
  });

  test.each([null, undefined, "words", 3, [], { unknown: { a: 1 } }, { names: {} }])(
    "makes nothing of %j",
    (fields) => {
      expect(differencesOfPast({ before: fields, after: fields }, {})).toEqual([]);
      expect(sectionsBefore({ before: fields })).toEqual({});
    },
  );

  test.each([
    [{ who: "Amina", actorKind: "person" as const }, "Amina"],
    [{ who: null, actorKind: "person" as const }, "Somebody whose account is gone"],
    [{ who: null, actorKind: "visitor" as const }, "Somebody without an account"],
    [{ who: null, actorKind: "job" as const }, "The product itself"],
  ])("%j was %s", (change, who) => expect(whoInWords(change)).toBe(who));
});
