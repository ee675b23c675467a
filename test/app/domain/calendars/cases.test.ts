import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** The table of `calendars/cases.md`, section 4: each of its rows is shown by a test that names it. */
const rows = Array.from({ length: 77 }, (_, at) => at + 1);

test("each of the 77 cases of calendars has a test named after it", () => {
  const files = ["test", "e2e"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
      .map((file) => path.join(folder, file)),
  );
  const named = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/["'`]case (\d+):/g)].map((match) => Number(match[1])),
  );
  const shown = new Set(named);
  expect(rows.filter((row) => !shown.has(row))).toEqual([]);
});
