import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changes } from "#db/schema/accounts.ts";
import { organisations } from "#db/schema/organisations.ts";
import { connection } from "#test/setup/context.ts";
import { assembly } from "#test/setup/terminal.ts";

const { db } = connection();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "organisations-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  for (const table of [organisations, changes]) await db.delete(table);
});

function file(text: string, name = "given.csv"): string {
  const at = path.join(folder, name);
  writeFileSync(at, text);
  return at;
}

const bad = "name,kind,email\nGwŷr Norwich,Charity,\nMAP,Chartiy,no address\n";
const named = async () => (await db.select().from(organisations)).map(({ name }) => name);

describe("organisations import", () => {
  test("says what is wrong, and writes nothing of a file with faults unless told to", async () => {
    const { exitCode, said, complained } = await assembly("organisations", "import", file(bad));
    expect(exitCode).toBe(1);
    expect(said).toContain("row 3, kind: There is no such kind; write Charity");
    expect(said).toContain("row 3, email: Enter an e-mail address");
    expect(complained).toContain("Mend the faults, or add --only-good");
    expect(await named()).toEqual([]);
    const again = await assembly("organisations", "import", file(bad), "--only-good");
    expect(again).toMatchObject({ exitCode: 0, complained: "1 of 1 written …" });
    expect(again.said).toContain("Written: 1 organisation added, 0 changed, 0 as they were, 1 row left out.");
    expect(await named()).toEqual(["Gwŷr Norwich"]);
  });

  test("a dry run writes nothing", async () => {
    const { exitCode, said } = await assembly("organisations", "import", file(bad), "--dry-run");
    expect({ exitCode, last: said.split("\n").at(-1) }).toEqual({
      ...{ exitCode: 0, last: "This was a dry run: nothing was written." },
    });
    expect(await named()).toEqual([]);
  });

  test("writes chosen rows, or all but likely duplicates", async () => {
    const text = file("name,kind\nLunch Club,Charity\nThe Lunch Club,Charity\nChoir,Charity\n");
    await assembly("organisations", "import", text, "--rows", "4");
    expect(await named()).toEqual(["Choir"]);
    const { said } = await assembly("organisations", "import", text, "--leave-out-duplicates");
    expect(said).toContain("row 3, The Lunch Club: similar name as row 2, Lunch Club");
    expect((await named()).toSorted()).toEqual(["Choir", "Lunch Club"]);
  });

  test.each([
    [[], "Name one file"],
    [["/no/such.csv"], "There is no file “/no/such.csv”"],
    [["a.csv", "--rows", "two"], "Write row numbers"],
  ])("%j is refused: %s", async (args, words) => {
    const { exitCode, complained } = await assembly("organisations", "import", ...args);
    expect(exitCode).toBe(1);
    expect(complained).toContain(words);
  });
});

test("organisations export writes what import takes back without a change", async () => {
  await assembly("organisations", "import", file("name,kind\n=Sum Choir,Charity\nMAP,Charity\n"));
  const out = path.join(folder, "out.csv");
  expect(await assembly("organisations", "export", out)).toMatchObject({ said: "2 organisations exported." });
  expect(readFileSync(out, "utf8")).toContain(",'=Sum Choir,");
  const { said } = await assembly("organisations", "import", out);
  expect(said).toContain("Written: 0 organisations added, 0 changed, 2 as they were.");
  expect((await assembly("organisations", "export")).said.split("\r\n")).toHaveLength(3);
});
