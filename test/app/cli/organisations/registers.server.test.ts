import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { asc } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changes } from "#db/schema/accounts.ts";
import { registerEntries, registerExtracts } from "#db/schema/keeping/registers.ts";
import { organisationIdentifiers, organisations } from "#db/schema/organisations.ts";
import { connection } from "#test/setup/context.ts";
import { assembly } from "#test/setup/terminal.ts";

const { db } = connection();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "registers-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  for (const table of [registerEntries, registerExtracts, organisations, changes]) await db.delete(table);
});

function file(name: string, text: string): string {
  const at = path.join(folder, name);
  writeFileSync(at, text);
  return at;
}

/** Rows of exactly the shape that the Charity Commission publishes; the charities are invented. */
const charity = (number: number, name: string, over: object = {}) => ({
  date_of_extract: "2026-04-02T00:00:00",
  organisation_number: number + 3_000_000,
  registered_charity_number: number,
  linked_charity_number: 0,
  charity_name: name,
  charity_type: "CIO",
  charity_registration_status: "Registered",
  date_of_registration: "2011-05-03T00:00:00",
  date_of_removal: null,
  charity_contact_postcode: "NR3 1AB",
  charity_activities: 'We cook {together}, "for all".',
  ...over,
});

const charities = [
  charity(9100001, "THE LONG TABLE"),
  charity(9100001, "THE LONG TABLE CHOIR", { linked_charity_number: 1 }),
  charity(9100002, "ST MARTIN'S SUPPERS", {
    charity_registration_status: "Removed",
    date_of_removal: "2020-01-31T00:00:00",
  }),
];

const tabbed = (rows: object[]) =>
  [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row).map((cell) => String(cell ?? "")))]
    .map((cells) => cells.join("\t"))
    .join("\r\n");

const entries = () => db.select().from(registerEntries).orderBy(asc(registerEntries.number));

describe("registers import charity-commission", () => {
  test("takes in the JSON, and says what that told of our own numbers", async () => {
    const [made] = await db
      .insert(organisations)
      .values({ name: "St Martin’s Suppers", slug: "suppers", kind: "charity" })
      .returning();
    const number = { organisationId: String(made?.id), scheme: "GB-CHC" as const, identifier: "9100002" };
    await db.insert(organisationIdentifiers).values(number);
    const given = file("publicextract.charity.json", `\uFEFF${JSON.stringify(charities)}`);
    expect(await assembly("registers", "import", "charity-commission", given)).toEqual({
      ...{ exitCode: 0, complained: "" },
      said: "Took in 3 entries as of 2026-04-02. Looked up 1 number of an organisation: 1 with a new answer.",
    });
    expect(await entries()).toMatchObject([
      { number: "9100001", name: "THE LONG TABLE", isCurrent: true, registeredOn: "2011-05-03" },
      { number: "9100001-1" },
      { number: "9100002", isCurrent: false, removedOn: "2020-01-31" },
    ]);
    expect(await db.select().from(organisationIdentifiers)).toMatchObject([
      { answer: "removed", registerName: null, checkedAt: new Date("2026-04-14T09:00:00Z") },
    ]);
    expect(await db.select().from(changes)).toMatchObject([
      { deed: "check register number", noun: "organisation", nounId: made?.id },
    ]);
  });

  test("takes in the text too, with other names, in the place of what was there", async () => {
    const names = [
      { registered_charity_number: 9100001, linked_charity_number: 0, charity_name: "Long Table Norwich" },
    ];
    await assembly("registers", "import", "charity-commission", file("a.json", JSON.stringify(charities)));
    const { exitCode } = await assembly(
      ...[
        "registers",
        "import",
        "charity-commission",
        file("publicextract.charity.txt", tabbed([charities[0] ?? {}])),
      ],
      ...["--other-names", file("names.txt", tabbed(names))],
    );
    expect(exitCode).toBe(0);
    expect(await entries()).toMatchObject([{ number: "9100001", otherNames: ["Long Table Norwich"] }]);
  });

  test.each([
    ["another file", "Name,Town\nA,B", "no “registered_charity_number”"],
    ["a zip", "PK\u0003\u0004 …", "unpack it first"],
    ["half a file", JSON.stringify(charities).slice(0, -40), "breaks off or is damaged"],
    ["nothing", "", "holds no entry"],
  ])("refuses %s, and keeps what was there", async (_what, text, words) => {
    await assembly("registers", "import", "charity-commission", file("a.json", JSON.stringify(charities)));
    const { exitCode, complained } = await assembly(
      ...["registers", "import", "charity-commission", file("b", text)],
    );
    expect(exitCode).toBe(1);
    expect(complained).toContain(words);
    expect(await entries()).toHaveLength(3);
  });
});

test("registers import companies-house takes in companies with their former names", async () => {
  const text = `CompanyName, CompanyNumber,RegAddress.PostCode,CompanyStatus,DissolutionDate,IncorporationDate, PreviousName_1.CompanyName, PreviousName_2.CompanyName
"LONG TABLE, KITCHENS ""AND"" CO CIC","09100003","NR3 1AB","Active","","12/07/1999","OLD TABLE LIMITED",""
"CÔR CIO","CE910004","","Active","","01/02/2003","",""
`;
  const given = file("BasicCompanyDataAsOneFile-2026-04-01.csv", text);
  const { said } = await assembly("registers", "import", "companies-house", given);
  expect(said).toContain("Took in 2 entries as of 2026-04-01");
  expect(await entries()).toMatchObject([
    {
      number: "09100003",
      name: 'LONG TABLE, KITCHENS "AND" CO CIC',
      otherNames: ["OLD TABLE LIMITED"],
      registeredOn: "1999-07-12",
    },
    { number: "CE910004", name: "CÔR CIO", otherNames: [] },
  ]);
});

test("what is missing on the command line is asked for", async () => {
  const { exitCode, complained } = await assembly("registers", "import", "companies-house");
  expect(exitCode).toBe(1);
  expect(complained).toMatch(/^Name a register and its file/);
  expect((await assembly("registers", "import", "--help")).said).toContain("full-register-download");
});
