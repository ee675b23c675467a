import fc from "fast-check";
import { expect, test } from "vitest";
import { adviceOn, adviceOnFailure, onWebPage, readAddress } from "#app/domain/calendars/doctor/advice.ts";
import { afterRefusal } from "#app/domain/calendars/doctor/app-passwords.ts";
import { isWebPage, onOtherBody } from "#app/domain/calendars/doctor/remedies.ts";

const hosts = [
  "calendar.google.com",
  "outlook.office365.com",
  "www.meetup.com",
  "teamup.com",
  "icloud.com",
  "a.example",
];
const address = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.webUrl({ withQueryParameters: true }),
  fc
    .tuple(
      fc.constantFrom("https://", "webcal://", "http://jo:word@", ""),
      fc.constantFrom(...hosts),
      fc.constantFrom("/", "/calendar/u/0?cid=", "/calendar/embed?src=", "/owa/calendar/x/", "/en-GB/"),
      fc.string({ unit: "binary" }),
    )
    .map((parts) => parts.join("")),
);

test("whatever is typed as an address, it is one or none, and advice on it leads to one", () => {
  fc.assert(
    fc.property(address, (typed) => {
      const url = readAddress(typed);
      if (!url) return;
      const advice = [
        adviceOn(url),
        adviceOnFailure({ kind: "unreachable", message: "No.", trouble: "no-https" }, url),
      ];
      for (const found of advice) if (found?.instead) expect(readAddress(found.instead)).not.toBeNull();
    }),
    { numRuns: 2_000 },
  );
});

const piece = fc.oneof(
  fc.constantFrom(
    "<a href=",
    "<link ",
    'type="text/calendar"',
    "href='//",
    ".ics",
    ">",
    "webcal:",
    "<!doctype html>",
  ),
  fc.string({ unit: "binary" }),
);
const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(""));

test("whatever came instead of a calendar has something to do about it", () => {
  const at = new URL("https://a.example/events/");
  fc.assert(
    fc.property(text, fc.boolean(), (body, isFile) => {
      const { instead, steps } = onWebPage(body, at);
      if (instead !== null) expect(readAddress(instead)).not.toBeNull();
      expect(steps).not.toEqual([]);
      expect(onOtherBody(body, isFile).steps).not.toEqual([]);
      isWebPage(body);
    }),
    { numRuns: 2_000 },
  );
});

test("whoever was not let in is told two things, whatever they typed", () => {
  fc.assert(
    fc.property(address, (source) => {
      expect(afterRefusal(source)).toHaveLength(2);
    }),
    { numRuns: 1_000 },
  );
});
