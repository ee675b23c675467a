import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calendar, vevent } from "#test/factories/calendars.ts";

const run = promisify(execFile);

/** The largest body that is ever read, and the heap that reading it may take; V8 ends what wants more. */
const bodyBytes = 5_000_000;
const heapMegabytes = 192;

/** Beside the packages that it uses, as it finds them from there. */
const program = path.resolve(`.cache/reader-under-test-${process.pid}.js`);
const folder = mkdtempSync(path.join(tmpdir(), "assembly-memory-"));

const reader = `
import { readFileSync } from "node:fs";
import { readFeed } from "#app/domain/calendars/ics.ts";
import { NotACalendar } from "#app/domain/calendars/reading/lines.ts";
const body = readFileSync(process.argv[2]);
if (process.argv[3] === "kept") globalThis.kept = Array.from({ length: 40 }, () => body.toString("utf16le").split(""));
try {
  const period = { from: new Date("2026-04-01"), to: new Date("2027-07-01"), defaultZone: "Europe/London" };
  console.log("read", readFeed(body, period).occurrences.length);
} catch (error) {
  if (!(error instanceof NotACalendar)) throw error;
  console.log("refused");
}
`;

beforeAll(async () => {
  await build({
    stdin: { contents: reader, resolveDir: process.cwd(), loader: "ts" },
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "#app": path.resolve("app"), "#db": path.resolve("db") },
    logLevel: "error",
  });
});

afterAll(() => {
  rmSync(program, { force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** What a process with that little memory says of a body. */
async function outcomeOf(body: string, ...words: string[]): Promise<string> {
  const file = path.join(folder, "body.ics");
  writeFileSync(file, body);
  const { stdout } = await run(process.execPath, [
    ...[`--max-old-space-size=${heapMegabytes}`, program, file],
    ...words,
  ]);
  return stdout.trim();
}

const at = "DTSTART:20260603T090000Z";
/** As many of these as the largest body holds. */
const filled = (make: (n: number) => string[]) => {
  const size = Buffer.byteLength(`${make(99_999).join("\r\n")}\r\n`);
  const count = Math.floor((bodyBytes - 500) / size);
  return calendar(Array.from({ length: count }, (_, n) => make(n).join("\r\n")));
};
const stuffed = (line: string, piece: string) =>
  calendar(vevent(at, "RRULE:FREQ=DAILY", line + piece.repeat(Math.floor((bodyBytes - 500) / piece.length))));

describe("five megabytes made to do harm are read or refused in bounded memory", () => {
  test.each<[string, () => string]>([
    ["one long description", () => stuffed("DESCRIPTION:", "a ")],
    ["one line of dates taken out", () => stuffed("EXDATE:20260604T090000Z", ",20260604T090000Z")],
    ["one line of dates put in", () => stuffed("RDATE:20260604T090000Z", ",20260604T090001Z")],
    ["one line folded without end", () => stuffed("SUMMARY:a", "\r\n b")],
    ["one list of categories", () => stuffed("CATEGORIES:a", ",b")],
    ["one line of parameters", () => stuffed("DESCRIPTION", ';A="b"')],
    ["tags without an end", () => stuffed("DESCRIPTION:", "<a href='http")],
    ["nothing but ends", () => filled(() => ["END:VEVENT"])],
    ["nothing but beginnings", () => filled(() => ["BEGIN:VALARM"])],
    ["single events", () => filled((n) => vevent(`UID:${n}`, at))],
    ["daily series for ever", () => filled((n) => vevent(`UID:${n}`, at, "RRULE:FREQ=DAILY"))],
    [
      "overrides of one series",
      () =>
        filled((n) =>
          n === 0
            ? vevent(at, "RRULE:FREQ=DAILY")
            : vevent(`RECURRENCE-ID:20${26 + (n % 60)}0603T090000Z`, at, `SEQUENCE:${n}`),
        ),
    ],
  ])("%s", async (_, make) => {
    const body = make();
    expect(Buffer.byteLength(body)).toBeGreaterThan(bodyBytes * 0.8);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(bodyBytes);
    expect(await outcomeOf(body)).toMatch(/^(?:read \d+|refused)$/);
  });

  test("a program that keeps more than that is ended: the bound is one", async () => {
    await expect(outcomeOf(stuffed("DESCRIPTION:", "a "), "kept")).rejects.toThrow(/heap/i);
  });
});
