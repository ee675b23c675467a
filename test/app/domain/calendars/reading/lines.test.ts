import { describe, expect, test } from "vitest";
import { NotACalendar } from "#app/domain/calendars/reading/lines.ts";
import { calendar, messagesOf, read, startsOf, vevent } from "#test/factories/calendars.ts";
import { cpuTime } from "#test/setup/cpu-time.ts";

const good = calendar(vevent("DTSTART:20260603T090000Z", "SUMMARY:Café für älle"));
const bytes = (text: string) => new TextEncoder().encode(text);
const summaries = (body: string | Uint8Array) => read(body).occurrences.map(({ summary }) => summary);

describe("case 50: bodies that are written oddly", () => {
  test.each([
    ["bare LF", good.replaceAll("\r\n", "\n")],
    ["bare CR", good.replaceAll("\r\n", "\r")],
    ["CR CR LF", good.replaceAll("\r\n", "\r\r\n")],
    ["a byte order mark", `\uFEFF${good}`],
    ["blank lines", good.replaceAll("\r\n", "\r\n\r\n")],
    ["lower-case names", good.replace("BEGIN:VEVENT", "begin:vevent").replace("DTSTART", "dtstart")],
    ["no line end at the end", good.trimEnd()],
    ["a tab as the fold", good.replace("Café für", "Café\r\n\t für")],
    ["empty lines before folds", good.replace("Café für", "Ca\r\n\r\n fé\r\n\r\n\r\n  fü\r\n r")],
  ])("%s", (_, body) => {
    expect(summaries(body)).toEqual(["Café für älle"]);
    expect(summaries(bytes(body))).toEqual(["Café für älle"]);
  });

  test("a line folded inside a UTF-8 character", () => {
    const body = bytes(good);
    const cut = body.indexOf(0xc3) + 1;
    const folded = new Uint8Array([...body.subarray(0, cut), ...bytes("\r\n "), ...body.subarray(cut)]);
    expect(summaries(folded)).toEqual(["Café für älle"]);
    expect(read(folded).notices).toEqual([]);
  });

  test("UTF-16 with its mark", () => {
    const body = new Uint8Array(Buffer.from(`\uFEFF${good}`, "utf16le"));
    expect(summaries(body)).toEqual(["Café für älle"]);
  });
});

test("case 51: Windows-1252 bytes are repaired, also beside UTF-8, with one notice", () => {
  const mixed = new Uint8Array([
    ...bytes(good.slice(0, good.indexOf("Café"))),
    ...bytes("Café "),
    ...[0x93, 0x66, 0xfc, 0x72, 0x94],
    ...bytes("\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
  ]);
  expect(summaries(mixed)).toEqual(["Café “für”"]);
  expect(read(mixed).notices).toMatchObject([{ line: 8, message: expect.stringContaining("not in UTF-8") }]);
});

test("case 54: a junk line is skipped with its number and the rest is read", () => {
  const feed = read(
    good.replace("END:VEVENT", 'what is this\r\nX-BROKEN;"=:1\r\nSUMMARY;X="open:2\r\nEND:VEVENT'),
  );
  expect(startsOf(feed)).toEqual(["2026-06-03T09:00:00Z"]);
  expect(feed.notices.map(({ line }) => line)).toEqual([9, 11]);
});

describe("what is not a calendar", () => {
  test.each([
    ["nothing", "", "nothing in it"],
    ["white space", " \r\n \r\n", "nothing in it"],
    ["a web page", "<!DOCTYPE html><html><body>Sign in</body></html>", "web page"],
    ["a web page that shows a calendar", `<html><pre>\n${good}</pre></html>`, "web page"],
    ["JSON", '{"error":"expired"}', "no line BEGIN:VCALENDAR"],
    [
      "an event without its calendar",
      vevent("DTSTART:20260603T090000Z").join("\r\n"),
      "no line BEGIN:VCALENDAR",
    ],
    ["a calendar without its end", good.slice(0, good.indexOf("END:VCALENDAR")), "cut off"],
    ["a calendar cut in an event", good.slice(0, good.indexOf("SUMMARY")), "cut off"],
    ["one calendar whole and one cut off", `${good}BEGIN:VCALENDAR\r\n`, "cut off"],
    ["two calendars run together", good.replace("END:VCALENDAR\r\n", "") + good, "before the first ends"],
  ])("%s is refused", (_, body, reason) => {
    expect(() => read(body)).toThrow(NotACalendar);
    expect(() => read(body)).toThrow(reason);
  });

  test("a calendar without events is a calendar", () => {
    expect(read(calendar())).toMatchObject({ occurrences: [], notices: [] });
  });

  test("an event that is not ended is left out with a notice, and the next is read", () => {
    const unended = vevent("UID:a@norwich.example", "DTSTART:20260603T090000Z").slice(0, -1);
    const feed = read(calendar(unended, vevent("DTSTART:20260604T090000Z")));
    expect(startsOf(feed)).toEqual(["2026-06-04T09:00:00Z"]);
    expect(messagesOf(feed)).toEqual([
      "This event breaks off (its last line, END:VEVENT, is missing), so it was left out.",
    ]);
  });
});

test("a body of nothing but stray bytes is read as quickly as any other", () => {
  const stray = new Uint8Array([
    ...bytes(good.slice(0, good.indexOf("Café"))),
    ...new Uint8Array(1_000_000).fill(0xe9),
  ]);
  expect(cpuTime(() => expect(() => read(stray)).toThrow(NotACalendar))).toBeLessThan(1000);
});
