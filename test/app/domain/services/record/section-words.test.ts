import { describe, expect, test } from "vitest";
import { type RecordNames, sectionWords } from "#app/domain/services/record/section-words.ts";
import {
  missingOf,
  type SectionValue,
  type ServiceRecord,
} from "#app/domain/services/record/service-record.ts";

const names: RecordNames = {
  topics: [{ slug: "food", name: "Food and meals" }],
  areas: [{ slug: "place-norwich", name: "Norwich" }],
  venues: [{ id: "hall", name: "St Mary’s Hall" }],
};

const said = (value: SectionValue) =>
  Object.fromEntries(
    sectionWords(value, names).flatMap(({ label, words }) => (words ? [[label, words]] : [])),
  );

const hours = {
  ...{
    validFrom: null,
    validTo: null,
    dtstart: null,
    freq: "WEEKLY" as const,
    interval: 1,
    bymonthday: null,
  },
  ...{ opensAt: "10:00", closesAt: "12:00", description: "", isClosed: false, byday: "TU" },
};

const empty: ServiceRecord = {
  basics: { name: "Lunch", summary: "", description: "", topics: [], url: null },
  where: { isOnline: false, venues: [], areas: [], areaWords: "", gettingThere: "" },
  when: { hours: [], exceptions: [], words: "", bankHolidays: null, isTermTimeOnly: false },
  cost: { costs: [] },
  contact: { email: null, phones: [], contacts: [], referralRoute: "", funders: [], assurerEmail: null },
  "who-for": { eligibility: "", minimumAge: null, maximumAge: null, languages: [] },
  capacity: { capacity: "open", waitWeeks: null, capacityNote: "" },
};

describe("a section in words", () => {
  test("calls topics, areas and venues by their names, and says of what is gone that it is", () => {
    expect(
      said({
        section: "basics",
        fields: { ...empty.basics, topics: ["food", "gone"], url: "https://example.org" },
      }),
    ).toEqual({ Name: "Lunch", Topics: "Food and meals and gone", "Web address": "https://example.org" });
    const venues = [
      { id: "hall", note: "Upstairs" },
      { id: "gone", note: "" },
    ];
    expect(
      said({
        section: "where",
        fields: { ...empty.where, venues, areas: ["place-norwich"], areaWords: "Diss" },
      }),
    ).toEqual({
      Places: "St Mary’s Hall: Upstairs\nA place that is gone",
      "Area it serves": "Norwich and Diss",
    });
  });

  test("says hours, at each place that has its own, and what is long over too", () => {
    const closure = {
      ...hours,
      freq: null,
      byday: null,
      opensAt: null,
      closesAt: null,
      isClosed: true,
      at: null,
    };
    const fields: ServiceRecord["when"] = {
      hours: [
        { ...hours, at: null },
        { ...hours, byday: "SA", at: "hall" },
      ],
      exceptions: [{ ...closure, validFrom: "2001-12-24", validTo: "2001-12-24" }],
      ...{ words: "", bankHolidays: "ask", isTermTimeOnly: true },
    };
    expect(said({ section: "when", fields })).toEqual({
      Hours: "Every Tuesday, 10am to midday\nSt Mary’s Hall: Every Saturday, 10am to midday",
      "Different on": "Closed on 24 December 2001",
      "Bank holidays": "Ask first",
      "Term time only": "Yes",
    });
  });

  test("marks what is for partners only", () => {
    const phones = [{ number: "01632 960001", extension: "12", description: "Mornings", isPublic: false }];
    const contacts = [{ name: "Ona", title: "Cook", email: null, phones: ["01632 960002"], isPublic: true }];
    expect(said({ section: "contact", fields: { ...empty.contact, phones, contacts } })).toEqual({
      Phones: "01632 960001, extension 12, Mornings, for partners only",
      "People to ask": "Ona, Cook, 01632 960002",
    });
  });

  test("says the rest", () => {
    const languages = [{ code: "lt", note: "on Mondays" }];
    expect(said({ section: "who-for", fields: { ...empty["who-for"], minimumAge: 18, languages } })).toEqual({
      Ages: "18 and over",
      Languages: "Lithuanian (on Mondays)",
    });
    const costs = [{ option: "Free", amount: 0, amountDescription: "" }];
    expect(said({ section: "cost", fields: { costs } })).toEqual({ Cost: "Free" });
    const fields = { capacity: "waiting-list" as const, waitWeeks: 0, capacityNote: "" };
    expect(said({ section: "capacity", fields })).toEqual({
      "Room now": "Waiting list",
      "Weeks to wait": "0",
    });
  });
});

describe("what a publication waits for", () => {
  const missing = (over: Partial<ServiceRecord>) =>
    missingOf({ ...empty, ...over }).map(({ section }) => section);

  test("is everything at first, and nothing in the end", () => {
    expect(missing({})).toEqual(["basics", "basics", "where", "when", "cost", "contact"]);
    expect(
      missing({
        basics: { ...empty.basics, summary: "Lunch.", topics: ["food"], url: "https://example.org" },
        where: { ...empty.where, areaWords: "Diss" },
        when: { ...empty.when, words: "By appointment" },
        cost: { costs: [{ option: "Cost varies", amount: null, amountDescription: "" }] },
      }),
    ).toEqual([]);
  });

  test.each<[keyof ServiceRecord, Partial<ServiceRecord>]>([
    ["where", { where: { ...empty.where, isOnline: true } }],
    ["when", { when: { ...empty.when, hours: [{ ...hours, at: null }] } }],
    ["contact", { contact: { ...empty.contact, email: "a@example.org" } }],
  ])("%s is said in more than one way", (section, over) => expect(missing(over)).not.toContain(section));
});
