import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRanges } from "#app/domain/organisations/bulk/chosen-rows.ts";
import { type AllNames, cellOf, readCell } from "#app/domain/organisations/bulk/file/cells.ts";
import { allColumns, type Column } from "#app/domain/organisations/bulk/file/columns.ts";
import {
  decode,
  fromCell,
  joinCell,
  splitCell,
  toCell,
} from "#app/domain/organisations/bulk/file/csv-text.ts";
import { readFile } from "#app/domain/organisations/bulk/file/read-file.ts";
import { inRanges } from "#app/domain/organisations/bulk/report.ts";

const bytes = (...codes: number[]) => new Uint8Array(codes);
const cellsOf = (text: string) => readFile(text).rows.map(({ cells }) => cells);

describe("the bytes of a file", () => {
  test.each([
    ["Excel's CSV UTF-8", new TextEncoder().encode("\uFEFFname\r\nTŷ Cân"), "UTF-8"],
    ["UTF-16 of “Unicode text”", bytes(0xff, 0xfe, 0x54, 0, 0x77, 0x01, 0x20, 0), "UTF-16"],
    ["Excel's plain CSV", bytes(0x43, 0xf4, 0x72, 0x20, 0x92), "Windows-1252"],
  ])("%s", (_name, given, encoding) => expect(decode(given).encoding).toBe(encoding));

  test("of Windows keep their accents and apostrophes", () => {
    expect(decode(bytes(0x43, 0xf4, 0x72, 0x92, 0x73)).text).toBe("Côr’s");
  });
});

describe("the cells of a file", () => {
  test("are found by their column's name, whatever its case, order and spaces", () => {
    const text = "\uFEFFKIND; Organisation Name ;E-Mail\r\nCharity;MAP;map@example.org\r\n";
    expect(cellsOf(text)).toEqual([{ kind: "Charity", name: "MAP", email: "map@example.org" }]);
  });

  test("hold quotation marks, commas, line ends, apostrophes and any letters", () => {
    const text = `name,kind,description
"St Martin's ""Tuesday"", Lunch",Charity,"First line
second line"
Lietuvių bendruomenė,Charity,Tŷ’r Gân
`;
    expect(cellsOf(text)).toEqual([
      { name: `St Martin's "Tuesday", Lunch`, kind: "Charity", description: "First line\nsecond line" },
      { name: "Lietuvių bendruomenė", kind: "Charity", description: "Tŷ’r Gân" },
    ]);
  });

  test("are counted as a spreadsheet counts, empty rows too", () => {
    const { rows } = readFile("name\tkind\nMAP\tCharity\n\t\n\nYMCA\tCharity\textra\tcells\n");
    expect(rows.map(({ row, extra }) => [row, extra])).toEqual([
      [2, 0],
      [5, 2],
    ]);
  });

  test.each([
    ["", "empty"],
    ["name\nMAP", "no column “kind”"],
    ["Firm,Town\nA,B", "no column “name” and “kind”"],
    ["name,kind,Name\nA,B,C", "Two columns are both “name”"],
    ["name,kind\n", "no row below the headings"],
    ['name,kind\n"MAP,Charity\n', "never closed"],
    ['name,kind\nM"AP,Charity\n"A"B,Charity', "cannot be read"],
  ])("of %j cannot be read, and why is said", (text, words) => {
    expect(readFile(text).problems.join()).toContain(words);
  });

  test("of columns that nobody knows are named", () => {
    expect(readFile("name,kind,Shoe size\nA,Charity,9").unknown).toEqual(["Shoe size"]);
  });
});

describe("what a cell could do in a spreadsheet", () => {
  test.each(["=1+1", "+44 1632 960001", "-", "@here", "'=x"])("%s is kept from being a formula", (text) => {
    expect(toCell(text)).toBe(`'${text}`);
  });

  test("any text comes back as it was", () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^'*[=+@-].*$/), fc.stringMatching(/^'.*$/));
    fc.assert(fc.property(text, (given) => fromCell(toCell(given)) === given));
  });

  test("several values come back as they were", () => {
    const value = fc
      .stringMatching(/^[a-z;,' ]{1,12}$/)
      .map((text) => text.trim())
      .filter(Boolean);
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), (values) => {
        expect(splitCell(joinCell(values))).toEqual(values);
      }),
    );
  });
});

describe("cells by their column", () => {
  const names: AllNames = {
    places: {
      slugs: new Map([
        ["norwich", "norwich"],
        ["north norfolk", "north-norfolk"],
      ]),
      names: new Map([
        ["norwich", "Norwich"],
        ["north-norfolk", "North Norfolk"],
      ]),
    },
    districts: { slugs: new Map(), names: new Map() },
    topics: {
      slugs: new Map([["first job, first home", "first"]]),
      names: new Map([["first", "First job, first home"]]),
    },
  };
  const column = (key: string) => allColumns.find((one) => one.key === key) as Column;
  const read = (key: string, cell: string) => {
    const found = readCell(column(key), cell, names);
    return found.ok ? found.text : `! ${found.reason}`;
  };

  test.each([
    ["places", "Norwich; North Norfolk", "north-norfolk,norwich"],
    ["places", "norwich, north norfolk", "north-norfolk,norwich"],
    ["places", "Narnia", "! We have no place called “Narnia”; ours are Norwich, North Norfolk"],
    ["topics", "First job, first home", "first"],
    ["kind", "community interest company", "cic"],
    ["kind", "Chartiy", "! There is no such kind; write Charity, "],
    ["isSystemWide", "No", ""],
    ["emailShown", "N", "no"],
    ["emailShown", "maybe", "! Write yes or no"],
    ["phone1Number", "1632960001", "! A spreadsheet has dropped the 0 in front"],
    ["contact1Phone", "1.63E+09", "! A spreadsheet has shortened this number"],
    ["phone1Number", "01632 960001", "01632 960001"],
    ["formerNames", "Old (until 2019-03-31); Older", "Old (until 2019-03-31)\nOlder"],
  ])("%s “%s”", (key, cell, said) => {
    if (said.startsWith("!")) expect(read(key, cell)).toContain(said);
    else expect(read(key, cell)).toBe(said);
  });

  test("lists are shown by name and read back", () => {
    const cell = cellOf(column("places"), "north-norfolk,norwich", names);
    expect(cell).toBe("North Norfolk; Norwich");
    expect(read("places", cell)).toBe("north-norfolk,norwich");
  });
});

test("rows are named in ranges, and read from them", () => {
  const rows = fc.uniqueArray(fc.integer({ min: 2, max: 60 }), { minLength: 1 });
  fc.assert(
    fc.property(rows, (given) => {
      const holds = readRanges(inRanges(given.toSorted((a, b) => a - b)));
      for (let row = 1; row <= 61; row += 1) expect(holds?.(row)).toBe(given.includes(row));
    }),
  );
  for (const wrong of ["", "two", "5-2", "1-"]) expect(readRanges(wrong)).toBeNull();
});
