import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { formValues } from "#app/domain/organisations/record/form-values.ts";
import { NamesInput, sectionInputs } from "#app/domain/organisations/record/inputs.ts";
import type { OrganisationRecord, RecordSection } from "#app/domain/organisations/record/record.ts";

const record: OrganisationRecord = {
  names: {
    name: "Tŷ’r Gân",
    kind: "community-group",
    formerNames: [
      { name: "Lunch club (Norwich)", until: "2019-03-31" },
      { name: "St Mary's Lunch Club", until: null },
    ],
  },
  about: {
    description: "We sing.\n\nEvery week.",
    helps: "Anybody",
    website: "https://a.example.org/",
    topics: ["food"],
  },
  numbers: {
    identifiers: [
      { scheme: "GB-CHC", identifier: "1234567" },
      { scheme: "GB-COH", identifier: "01234567" },
    ],
  },
  where: { places: ["norwich"], districts: [], isSystemWide: false, worksOnline: true },
  contact: {
    email: "hello@example.org",
    emailIsPublic: false,
    phones: [
      { number: "01632 960001", extension: "2", description: "mornings", isPublic: true },
      { number: "01632 960002", extension: null, description: "", isPublic: false },
    ],
    contacts: [{ name: "Amina Okafor", title: null, email: null, phone: "01632 960003", isPublic: false }],
    address: { line: "1 Magdalen Street", town: "Norwich", county: "", postcode: "NR3 1AA" },
    addressIsHidden: true,
  },
};

test.each(Object.keys(record) as RecordSection[])("%s survive the way through a form", (section) => {
  const read = v.parse(sectionInputs[section], formValues(section, record[section]));
  expect(read).toEqual(record[section]);
});

test.each(["MAP", "YMCA", "St Mary’s & St John's", "Tŷ Ŵyn", "Žemaitė ė ų", "Dom Łódzki"])(
  "%s is a name",
  (name) => {
    expect(v.parse(NamesInput, { name: ` ${name} `, kind: "charity" }).name).toBe(name);
  },
);

test("a name with marks set apart is kept in composed letters", () => {
  expect(v.parse(NamesInput, { name: "Ty\u0302 Ni", kind: "Community group" })).toMatchObject({
    name: "Tŷ Ni",
    kind: "community-group",
  });
});

const problemsOf = (section: RecordSection, values: Record<string, string>) => {
  const result = v.safeParse(sectionInputs[section], values);
  return Object.fromEntries((result.issues ?? []).map((issue) => [v.getDotPath(issue), issue.message]));
};

describe("what cannot be read is said beside its field", () => {
  test.each<[RecordSection, Record<string, string>, string]>([
    ["names", { name: "  ", kind: "charity" }, "name"],
    ["names", { name: "!!!", kind: "charity" }, "name"],
    ["names", { name: "MAP", kind: "pirates" }, "kind"],
    ["about", { website: "not a website" }, "website"],
    ["about", { website: "javascript:alert(1)" }, "website"],
    ["numbers", { "GB-CHC": "12" }, "GB-CHC"],
    ["numbers", { "GB-COH": "1234567, no" }, "GB-COH"],
    ["contact", { email: "nobody" }, "email"],
    ["contact", { phone2Number: "ring me" }, "phone2Number"],
    ["contact", { phone1Note: "mornings" }, "phone1Number"],
    ["contact", { contact1Email: "amina@example.org" }, "contact1Name"],
    [
      "contact",
      { addressLine: "1 The Street", addressTown: "Diss", addressPostcode: "IP22" },
      "addressPostcode",
    ],
    ["contact", { addressPostcode: "NR3 1AA" }, "addressLine"],
  ])("%s %j", (section, values, field) => expect(problemsOf(section, values)).toHaveProperty(field));
});

test("people write numbers and addresses in their own way", () => {
  expect(v.parse(sectionInputs.numbers, { "GB-COH": "1234567", "GB-CHC": "1 234 567" }).identifiers).toEqual([
    { scheme: "GB-CHC", identifier: "1234567" },
    { scheme: "GB-COH", identifier: "01234567" },
  ]);
  expect(v.parse(sectionInputs.about, { website: "www.example.org" }).website).toBe(
    "https://www.example.org",
  );
});

test("a person of whom nobody said otherwise is for partners only", () => {
  const { contacts, emailIsPublic } = v.parse(sectionInputs.contact, { contact1Name: "Amina" });
  expect([contacts[0]?.isPublic, emailIsPublic]).toEqual([false, true]);
});
