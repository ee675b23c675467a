import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { readClockTime } from "#app/domain/services/input/clock-time.ts";
import { formValues } from "#app/domain/services/input/form-values.ts";
import { sectionInputs } from "#app/domain/services/input/inputs.ts";
import { languages } from "#app/domain/services/record/languages.ts";
import type { RecordSection } from "#app/domain/services/record/service-record.ts";

const read = (section: RecordSection, values: Record<string, string>) =>
  v.parse(sectionInputs[section], values);

/** Messages by the name of their field. */
function wrong(section: RecordSection, values: Record<string, string>): Record<string, string> {
  const { issues = [] } = v.safeParse(sectionInputs[section], values);
  return Object.fromEntries(issues.map((issue) => [v.getDotPath(issue), issue.message]));
}

const hall = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

/** What forms post for one believable service; every section of it reads back as it was written. */
const posted: Record<RecordSection, Record<string, string>> = {
  basics: {
    ...{
      name: "Lunch club",
      summary: "A hot lunch.",
      description: "Two courses.\n\nAnd tea.",
      topics: "food,company",
    },
    url: "https://example.org/lunch",
  },
  where: {
    ...{ isOnline: "yes", venues: hall, [`note-${hall}`]: "Round the back", areas: "norwich,north-norfolk" },
    ...{ areaWords: "Five miles around Diss", gettingThere: "Bus 25" },
  },
  when: {
    ...{ "hours-0-at": hall, "hours-0-days": "MO,WE", "hours-0-every": "1", "hours-0-opens": "10:00" },
    ...{
      "hours-0-closes": "12:30",
      "hours-0-from": "",
      "hours-0-until": "2026-12-31",
      "hours-0-words": "Not if wet",
    },
    ...{ "hours-1-at": "", "hours-1-days": "TU", "hours-1-every": "2", "hours-1-opens": "19:00" },
    ...{ "hours-1-closes": "00:00", "hours-1-from": "2026-04-07", "hours-1-until": "", "hours-1-words": "" },
    ...{ "hours-2-at": "", "hours-2-days": "TH", "hours-2-every": "m1,3", "hours-2-opens": "09:30" },
    ...{ "hours-2-closes": "", "hours-2-from": "", "hours-2-until": "", "hours-2-words": "" },
    ...{ "exceptions-0-at": "", "exceptions-0-from": "2026-12-24", "exceptions-0-to": "2027-01-01" },
    ...{ "exceptions-0-opens": "", "exceptions-0-closes": "", "exceptions-0-words": "Christmas" },
    ...{ words: "Ring the bell", bankHolidays: "closed", isTermTimeOnly: "yes" },
  },
  cost: {
    ...{ kind: "amounts", "costs-0-option": "Adults", "costs-0-amount": "3.5", "costs-0-words": "a session" },
    ...{ "costs-1-option": "Children", "costs-1-amount": "", "costs-1-words": "whatever you like" },
  },
  contact: {
    ...{ email: "hello@example.org", "phones-0-number": "01632 960001", "phones-0-extension": "12" },
    ...{ "phones-0-words": "Mornings", "phones-0-shown": "partners", "contacts-0-name": "Ona Čepaitė" },
    ...{ "contacts-0-title": "Cook", "contacts-0-email": "ona@example.org", "contacts-0-shown": "all" },
    ...{ "contacts-0-phones": "01632 960002, 01632 960003", referralRoute: "Just come." },
    ...{ funders: "Big Local\nNorwich City Council", assurerEmail: "checks@example.org" },
  },
  "who-for": {
    ...{ eligibility: "Anyone", minimumAge: "0", maximumAge: "4", "languages-0-code": "lt" },
    ...{ "languages-0-note": "on Mondays", "languages-1-code": "bfi", "languages-1-note": "" },
  },
  capacity: { capacity: "waiting-list", waitWeeks: "6", capacityNote: "Ring in May" },
};

test.each(Object.entries(posted) as [RecordSection, Record<string, string>][])(
  "%s reads back as it was written",
  (section, values) => {
    const fields = read(section, values);
    expect(formValues(section, fields as never)).toEqual(values);
    expect(read(section, formValues(section, fields as never))).toEqual(fields);
  },
);

test("an empty form of each section is read, but for a name, a cost and whether there is room", () => {
  const refused = (Object.keys(sectionInputs) as RecordSection[]).filter(
    (section) => Object.keys(wrong(section, {})).length > 0,
  );
  expect(refused).toEqual(["basics", "cost", "capacity"]);
});

describe("when it is on", () => {
  const row = (parts: Record<string, string>) =>
    Object.fromEntries(Object.entries(parts).map(([part, text]) => [`hours-0-${part}`, text]));

  test("a night goes over midnight in two rows, which search and page read as one", () => {
    expect(read("when", row({ days: "FR,SU", opens: "10pm", closes: "2am" }))).toMatchObject({
      hours: [
        { byday: "FR,SU", opensAt: "22:00", closesAt: "24:00" },
        { byday: "MO,SA", opensAt: "00:00", closesAt: "02:00" },
      ],
    });
  });

  test.each([
    [{ days: "", opens: "10am" }, "hours-0-days", "Choose the day or days of the week"],
    [{ days: "MO", opens: "half past" }, "hours-0-opens", "Enter a time, like 9:30 or 2pm"],
    [{ days: "MO", closes: "5pm" }, "hours-0-opens", "Enter when it opens"],
    [{ days: "MO", opens: "10", closes: "2" }, "hours-0-closes", /before the opening time.*2pm/],
    [{ days: "MO", opens: "12", closes: "11am" }, "hours-0-closes", /before the opening time/],
    [{ days: "MO", opens: "10pm", closes: "11am" }, "hours-0-closes", /before the opening time/],
    [
      { days: "MO", every: "m1", opens: "9pm", closes: "1am" },
      "hours-0-closes",
      /only be given for every week/,
    ],
    [{ days: "MO", every: "2", opens: "5pm" }, "hours-0-from", /Say the date of one of these weeks/],
    [{ days: "MO", every: "9" }, "hours-0-every", "Choose how often"],
    [{ days: "MO", from: "2026-02-30" }, "hours-0-from", "Enter a real date to start from"],
    [{ days: "MO", from: "2026-05-01", until: "2026-04-01" }, "hours-0-until", /must not be before/],
  ])("%j is wrong in %s", (parts, field, message) => {
    expect(wrong("when", row(parts))[field]).toEqual(
      message instanceof RegExp ? expect.stringMatching(message) : message,
    );
  });

  test("an exception without times is a closure, of one day unless told", () => {
    const { exceptions } = read("when", { "exceptions-3-from": "2026-05-04" }) as { exceptions: unknown[] };
    expect(exceptions).toMatchObject([{ isClosed: true, validFrom: "2026-05-04", validTo: "2026-05-04" }]);
    expect(wrong("when", { "exceptions-0-words": "Easter" })).toEqual({
      "exceptions-0-from": "Enter the first day",
    });
  });

  test("hours that no row of the form can say are kept as they are", () => {
    const odd = {
      ...{ at: null, validFrom: null, validTo: null, dtstart: null, freq: "MONTHLY" as const, interval: 1 },
      ...{
        byday: null,
        bymonthday: "15",
        opensAt: "10:00",
        closesAt: "12:00",
        description: "",
        isClosed: false,
      },
    };
    const when = { hours: [odd], exceptions: [], words: "", bankHolidays: null, isTermTimeOnly: false };
    const values = formValues("when", when);
    expect(Object.keys(values)).toContain("kept-0-as");
    expect(read("when", values)).toEqual(when);
    expect(wrong("when", { "kept-0-as": "{" })).toHaveProperty(["kept-0-as"]);
    expect(wrong("when", { "kept-0-as": '{"freq":"HOURLY"}' })).toHaveProperty(["kept-0-as"]);
  });
});

test.each([
  ["9", "09:00"],
  ["9.30am", "09:30"],
  ["2 pm", "14:00"],
  ["12am", "00:00"],
  ["12pm", "12:00"],
  ["1830", "18:30"],
  ["23:59", "23:59"],
  ["Noon", "12:00"],
  ["midnight", "00:00"],
  ["24:00", null],
  ["13pm", null],
  ["9:75", null],
  ["soon", null],
  ["", null],
])("%s is the time %s", (text, time) => expect(readClockTime(text)).toBe(time));

describe("what it costs", () => {
  test.each([
    [{ kind: "free" }, [{ option: "Free", amount: 0, amountDescription: "" }]],
    [
      { kind: "donation", words: "There is a jar." },
      [{ option: "Pay what you can", amount: null, amountDescription: "There is a jar." }],
    ],
    [{ kind: "varies", words: "Ask" }, [{ option: "Cost varies", amount: null, amountDescription: "Ask" }]],
    [{ kind: "amounts", "costs-0-amount": "£1,200" }, [{ option: "", amount: 1200, amountDescription: "" }]],
    [{ kind: "amounts", "costs-0-amount": "0" }, [{ option: "Free", amount: 0, amountDescription: "" }]],
  ])("%j", (values, costs) => expect(read("cost", values as Record<string, string>)).toEqual({ costs }));

  test.each([
    [{ kind: "amounts" }, "costs-0-amount"],
    [{ kind: "amounts", "costs-4-amount": "three pounds" }, "costs-4-amount"],
    [{ kind: "amounts", "costs-0-option": "Adults" }, "costs-0-amount"],
    [{ kind: "nothing" }, "kind"],
  ])("%j is refused at %s", (values, field) =>
    expect(Object.keys(wrong("cost", values as Record<string, string>))).toEqual([field]),
  );
});

describe("the rest", () => {
  test("people leave out https, and double spaces close up", () => {
    expect(read("basics", { name: "  Lunch\u200B   club ", url: "www.example.org" })).toMatchObject({
      name: "Lunch club",
      url: "https://www.example.org",
    });
  });

  test.each([
    ["basics", { name: "?!" }, "name"],
    ["basics", { name: "Lunch", url: "javascript:alert(1)" }, "url"],
    ["basics", { name: "Lunch", summary: "x".repeat(301) }, "summary"],
    ["where", { venues: "the-hall" }, "venues"],
    ["contact", { email: "not an address" }, "email"],
    ["contact", { "phones-0-number": "none" }, "phones-0-number"],
    ["contact", { "contacts-1-email": "a@example.org" }, "contacts-1-name"],
    ["who-for", { minimumAge: "151" }, "minimumAge"],
    ["who-for", { minimumAge: "12", maximumAge: "11" }, "maximumAge"],
    ["who-for", { "languages-0-code": "klingon" }, "languages-0-code"],
    ["capacity", { capacity: "waiting-list", waitWeeks: "soon" }, "waitWeeks"],
  ] as const)("%s %j is refused at %s", (section, values, field) =>
    expect(Object.keys(wrong(section, values as Record<string, string>))).toEqual([field]),
  );

  test("weeks count for a waiting list alone", () =>
    expect(read("capacity", { capacity: "full", waitWeeks: "6" })).toMatchObject({ waitWeeks: null }));

  test("every language has a name, and none stands twice", () => {
    expect(languages.filter(({ code, name }) => !name || name === code)).toEqual([]);
    expect(new Set(languages.map(({ name }) => name)).size).toBe(languages.length);
  });
});
