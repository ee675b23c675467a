import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { readFeed } from "#app/domain/calendars/ics.ts";
import { publicLink } from "#app/domain/calendars/reading/words/online-link.ts";
import { plainText } from "#app/domain/calendars/reading/words/plain-text.ts";
import { readRule } from "#app/domain/calendars/rules/repeat-rule.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";

const period = { from: new Date("2026-04-01"), to: new Date("2026-07-01"), defaultZone: "Europe/London" };
const at = "DTSTART:20260505T090000Z";

/** Each of these took minutes, or for ever, where time grew with the square of a line's length. */
const lines: [what: string, line: string][] = [
  ["an address that ends in brackets, nearly", `URL:https://zoom.us/${")".repeat(1_000_000)}a`],
  ["a way in that does", `CONFERENCE:https://zoom.us/${".".repeat(1_000_000)}a`],
  ["thousands of quoted parameters", `DESCRIPTION${';A="b"'.repeat(400_000)}:x`],
  ["thousands of parameters, one of them quoted", `DESCRIPTION${";A=b".repeat(400_000)};C="d":x`],
];

describe("a line of megabytes", () => {
  test.each(lines)("of %s is read in the time of its length", (_, line) => {
    const began = performance.now();
    const { occurrences } = readFeed(calendar(vevent("UID:a@n", at, "SUMMARY:Open day", line)), period);
    expect(occurrences).toMatchObject([{ summary: "Open day" }]);
    expect(performance.now() - began).toBeLessThan(8_000);
  });
});

test("a feed of nothing but scripts is read in the time of its length", () => {
  const scripts = `DESCRIPTION:<p>${"<script></script>".repeat(1_170)}`;
  const events = Array.from({ length: 200 }, (_, n) => vevent(`UID:${n}@n`, at, "SUMMARY:Open day", scripts));
  const began = performance.now();
  expect(readFeed(calendar(...events), period).occurrences).toHaveLength(200);
  expect(performance.now() - began).toBeLessThan(5_000);
});

test("names and parameters that are remembered do not keep the feeds that they stood in", () => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const read = (n: number) => {
    const lines = [`DTSTART;X-SOME-LONG-PARAMETER-${n}=1:20260505T090000Z`, `X-SOME-LONG-NAME-${n}:1`];
    const body = calendar(vevent(`UID:${n}@n`, ...lines, `DESCRIPTION:${"x".repeat(2_000_000)}`));
    return readFeed(Buffer.from(body), period).occurrences.length;
  };
  read(0);
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let n = 1; n <= 30; n += 1) expect(read(n)).toBe(1);
  collect();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(20_000_000);
});

test("an address that is too long is none, before anything is made of it", () => {
  expect(publicLink(`https://example.org/${"a".repeat(2_000)}`)).toBeNull();
  expect(publicLink("https://example.org/a).")).toBe("https://example.org/a");
});

test("elements that are not shown end where they do, in any case and after letters that grow in small", () => {
  expect(plainText("<p>İİİİ one<SCRIPT>alert(1)</Script> two<style>x</STYLE> three")).toBe(
    "İİİİ one two three",
  );
});

test("a part of a rule with two signs of equality is none: it would go out as it is written", () => {
  expect(readRule("FREQ=DAILY=EVIL:STUFF;COUNT=3")).toBeNull();
  expect(readRule("FREQ=DAILY;COUNT=3")).not.toBeNull();
});
