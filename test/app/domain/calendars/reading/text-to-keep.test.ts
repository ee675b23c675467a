import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { textToKeep } from "#app/domain/calendars/reading/text-to-keep.ts";
import { calendar, londonRules, read, vevent } from "#test/factories/calendars.ts";

const sample = (name: string) => readFileSync(new URL(`../samples/${name}`, import.meta.url));
const windows1252 = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));

describe("a text that is kept is read as the one that came", () => {
  test.each<[string, string | Uint8Array]>([
    ["Google's sample", sample("google.ics")],
    ["Outlook's sample", sample("outlook.ics")],
    [
      "zones, folds and line ends",
      calendar(londonRules("Ours"), vevent("DTSTART;TZID=Ours:20260603T090000")),
    ],
    [
      "faults, known by their lines",
      calendar(
        vevent("SUMMARY:", "DTSTART:20260603T090000Z", "junk", "ATTENDEE:mailto:a@b.example", 'URL;X="=:1'),
        vevent("UID:b", "DTSTART:tomorrow"),
        ["BEGIN:VTODO", "SUMMARY:Ring the caterer", "END:VTODO", "END:VALARM"],
      ),
    ],
    ["letters that are not UTF-8", windows1252(calendar(vevent("DTSTART:20260603T090000Z", "SUMMARY:Café")))],
    [
      "private events, with and without a UID",
      calendar(vevent("DTSTART:20260603T090000Z", "CLASS:PRIVATE"), [
        "BEGIN:VEVENT",
        "DTSTART:20260604T090000Z",
        "SUMMARY:Disciplinary\\, of A",
        "CLASS:CONFIDENTIAL",
        "END:VEVENT",
      ]),
    ],
    [
      "two private events without a UID that differ in nothing but their words",
      calendar(
        ...["A", "B"].map((name) => [
          ...[
            "BEGIN:VEVENT",
            "DTSTART:20260604T090000Z",
            `SUMMARY:Of ${name}`,
            "CLASS:PRIVATE",
            "END:VEVENT",
          ],
        ]),
      ),
    ],
    [
      "notices of one line, in one order",
      calendar(vevent("UID:a", "DTSTART:20260603T090000Z", "GEO:1;1", "RRULE:FREQ=NEVER", "EXDATE:x,y")),
    ],
    [
      "a zone that holds what no zone does",
      calendar(
        londonRules("Ours").flatMap((line) =>
          line === "END:VTIMEZONE" ? ["BEGIN:X-OTHER", "TZID:Theirs", "junk", "END:X-OTHER", line] : [line],
        ),
        vevent("DTSTART;TZID=Ours:20260603T090000"),
      ),
    ],
    [
      "a private event whose place on the map is wrong",
      calendar(vevent("DTSTART:20260603T090000Z", "CLASS:PRIVATE", "GEO:1.3;52.6")),
    ],
    [
      "a date called off by no more than which it is",
      calendar(
        vevent("DTSTART:20260603T090000Z", "RRULE:FREQ=WEEKLY;COUNT=3"),
        vevent("RECURRENCE-ID:20260610T090000Z", "STATUS:CANCELLED", "CLASS:PRIVATE"),
      ),
    ],
  ])("%s", (_, body) => {
    const kept = textToKeep(body);
    expect(read(kept)).toEqual(read(body));
    expect(textToKeep(kept)).toBe(kept);
  });
});

test("case 58: of people invited nothing is kept", () => {
  const invited = ["ORGANIZER;CN=Sam:mailto:sam@home.example", "ATTENDEE;CN=Jo:", " mailto:jo@home.example"];
  const alarm = ["BEGIN:VALARM", "ACTION:EMAIL", "SUMMARY:To Jo", "DESCRIPTION:Jo", "END:VALARM"];
  const kept = textToKeep(calendar(vevent("DTSTART:20260603T090000Z", ...invited, "junk of Jo", ...alarm)));
  expect(kept).not.toMatch(/home\.example|Sam|Jo\b/);
});

test("case 57: of a private event only when it is, and which", () => {
  const words = ["SUMMARY:Disciplinary", "LOCATION:Room 4", "DESCRIPTION:Of A", "URL:https://hr.example/a"];
  const kept = textToKeep(calendar(vevent("DTSTART:20260603T090000Z", "CLASS:PRIVATE", ...words)));
  expect(kept).not.toMatch(/Disciplinary|Room 4|Of A|hr\.example/);
  expect(kept).toMatch(/UID:friday-cafe@norwich\.example/);
});
