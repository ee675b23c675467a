import { stringify } from "csv-stringify/sync";
import { columnsFor } from "./columns.ts";
import { toCell } from "./csv-text.ts";

/** Invented, and said to be: numbers that no register gives out, phone numbers that nobody has. */
const examples: Record<string, string>[] = [
  {
    name: "Example: St Martin’s Lunch Club (delete this row)",
    kind: "Community group",
    formerNames: "Tombland Suppers (until 2019-03-31)",
    description: "A hot meal and company on Tuesdays.",
    helps: "Anybody who eats alone",
    places: "Norwich",
    districts: "Norwich; Broadland",
    isSystemWide: "no",
    worksOnline: "no",
    email: "lunch@example.org",
    emailShown: "yes",
    phone1Number: "01632 960001",
    phone1Note: "Mornings",
    phone1Shown: "yes",
    contact1Name: "Rosa Hill",
    contact1Role: "Organiser",
    contact1Email: "rosa@example.org",
    contact1Shown: "no",
    addressIsHidden: "no",
  },
  {
    name: "Example: Côr Cymry Norwich (delete this row)",
    kind: "Charity",
    description: "A choir that sings in Welsh.",
    website: "https://choir.example.org/",
    "GB-CHC": "9100001",
    isSystemWide: "yes",
    worksOnline: "yes",
    addressLine: "1 Example Street",
    addressTown: "Norwich",
    addressCounty: "Norfolk",
    addressPostcode: "NR3 1AB",
    addressIsHidden: "no",
  },
];

/** A file to start from: every column, and two rows that show how they are filled. */
export function templateCsv(): string {
  const columns = columnsFor({ phones: 1, contacts: 1 });
  const rows = examples.map((example) => columns.map(({ key }) => toCell(example[key] ?? "")));
  return `\uFEFF${stringify([columns.map(({ title }) => title), ...rows], { record_delimiter: "\r\n" })}`;
}
