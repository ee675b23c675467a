import { describe, expect, test } from "vitest";
import { adviceOn, adviceOnFailure, onWebPage, readAddress } from "#app/domain/calendars/doctor/advice.ts";
import { isWebPage, onOtherBody, remedies } from "#app/domain/calendars/doctor/remedies.ts";
import type { Trouble } from "#app/gateways/unreachable.ts";
import { wordsOf } from "#db/vocabulary.ts";
import { failureKinds } from "#db/vocabulary-diary.ts";

const adviceFor = (address: string) => {
  const url = readAddress(address);
  return url ? adviceOn(url) : null;
};

describe("reading an address as people paste it", () => {
  test.each([
    ["case 68: webcal://diary.example/a.ics", "webcal://diary.example/a.ics", "https://diary.example/a.ics"],
    ["with marks around it", " <https://diary.example/a.ics> ", "https://diary.example/a.ics"],
    ["without its https", "diary.example/a.ics", "https://diary.example/a.ics"],
    ["with a port", "http://127.0.0.1:8080/a.ics", "http://127.0.0.1:8080/a.ics"],
  ])("%s", (_, typed, read) => expect(readAddress(typed)?.href).toBe(read));

  test.each([
    "",
    "two words",
    "ftp://diary.example/a.ics",
    "javascript:alert(1)",
    "https://nodots/a.ics",
    `${"a.".repeat(1_500)}example/a.ics`,
  ])("“%s” is none", (typed) => expect(readAddress(typed)).toBeNull());
});

describe("addresses that are no calendars", () => {
  test("Outlook's HTML link has the ICS link beside it", () => {
    const advice = adviceFor("https://outlook.office365.com/owa/calendar/a@b.example/c/calendar.html");
    expect(advice).toMatchObject({
      guide: "outlook",
      instead: "https://outlook.office365.com/owa/calendar/a@b.example/c/calendar.ics",
    });
    expect(advice?.problem).toContain("HTML");
  });

  test.each([
    ["https://calendar.google.com/calendar/embed?src=norwich%40group.calendar.google.com&ctz=Europe/London"],
    [`https://calendar.google.com/calendar/u/0?cid=${btoa("norwich@group.calendar.google.com")}`],
  ])("Google's page names the calendar that it shows: %s", (address) => {
    expect(adviceFor(address)).toMatchObject({
      guide: "google",
      instead:
        "https://calendar.google.com/calendar/ical/norwich%40group.calendar.google.com/public/basic.ics",
    });
  });

  test("Google's own start page names none", () =>
    expect(adviceFor("https://calendar.google.com/calendar/u/0/r?cid=%%%")).toMatchObject({ instead: null }));

  test("a Meetup group's page has its calendar below it", () =>
    expect(adviceFor("https://www.meetup.com/en-GB/norwich-walks/")?.instead).toBe(
      "https://www.meetup.com/norwich-walks/events/ical/",
    ));

  test.each([
    "https://outlook.office365.com/owa/calendar/a@b.example/c/calendar.ics",
    "https://calendar.google.com/calendar/ical/x/private-y/basic.ics",
    "https://p12-caldav.icloud.com/published/2/MTIz",
    "https://ics.teamup.com/feed/ks123/0.ics",
    "https://village.example/diary.ics",
  ])("%s is asked without a word", (address) => expect(adviceFor(address)).toBeNull());
});

describe("what came is a web page", () => {
  const at = new URL("https://village.example/events/");

  test("one to sign in is told from one to look at", () => {
    const page = '<html><form><input name="p" type="password"></form></html>';
    expect(onWebPage(page, at).problem).toContain("sign in");
    expect(onWebPage("<html><h1>Events</h1></html>", at).problem).toContain("web page");
  });

  test.each([
    [
      '<link rel="alternate" type="text/calendar" href="/events/?ical=1&amp;x=2">',
      "https://village.example/events/?ical=1&x=2",
    ],
    ['<p><a href="diary.ics">Export</a>', "https://village.example/events/diary.ics"],
    ['<a class=x href="webcal://village.example/all.ics">Subscribe</a>', "https://village.example/all.ics"],
    ['<a href="javascript:alert(1).ics">No</a>', null],
    ['<a href="/contact">Contact</a>', null],
  ])("%s leads to %s", (html, instead) => expect(onWebPage(html, at).instead).toBe(instead));

  test("a page that is one long tag keeps nobody waiting", () => {
    const began = performance.now();
    onWebPage(`<a ${"href=".repeat(200_000)}`, at);
    onWebPage("<a <a ".repeat(200_000), at);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe("where asking failed", () => {
  const url = new URL("https://diary.example/secret-of-the-diary/basic.ics?token=abc");
  const message = "It gave no answer.";

  test.each([url, null])("each kind has its say, and none repeats the address (%s)", (asked) => {
    for (const kind of wordsOf(failureKinds)) {
      const advice = adviceOnFailure({ kind, message }, asked, "https://diary.example/secret-of-the-diary/");
      expect(advice.problem).not.toBe("");
      expect(advice.steps, kind).not.toEqual([]);
      expect(JSON.stringify(advice)).not.toMatch(/secret-of|token/);
    }
  });

  test("each trouble has steps of its own", () => {
    const said = Object.keys(remedies).map((trouble) =>
      adviceOnFailure({ kind: "forbidden", message, trouble: trouble as Trouble }, url).steps.join(" "),
    );
    expect(new Set(said).size).toBe(said.length);
    expect(said.filter((steps) => steps.includes("public internet"))).toHaveLength(1);
  });

  test("a website without https is offered by http, unless a password would travel so", () => {
    const offered = (address: string) =>
      adviceOnFailure({ kind: "unreachable", message, trouble: "no-https" }, new URL(address));
    expect(offered("https://diary.example/a.ics?b=c")).toMatchObject({
      instead: "http://diary.example/a.ics?b=c",
      steps: [expect.stringContaining("Try it with http://"), expect.anything()],
    });
    expect(offered("https://jo:word@diary.example/a.ics").instead).toBeNull();
  });
});

describe("a user name and password that were not taken", () => {
  const stepsFor = (source: string) =>
    adviceOnFailure({ kind: "refused", message: "No.", trouble: "password" }, null, source).steps.join(" ");

  test.each([
    ["jo@icloud.com", "whole e-mail address", "account.apple.com"],
    ["jo@me.com", "whole e-mail address", "App-Specific Passwords"],
    ["https://p42-caldav.icloud.com/12/calendars/", "whole e-mail address", "App-Specific Passwords"],
    ["jo@fastmail.com", "whole e-mail address", "“Privacy & Security”, then “App passwords”"],
    ["https://cloud.example/remote.php/dav/", "beside a new app password", "“Create new app password”"],
    ["caldav.norwich.example", "others only a name", "Where app passwords are made"],
  ])(
    "%s: looks at the user name, then makes an app password, in the words of that place",
    (source, ...words) => {
      const steps = stepsFor(source);
      for (const word of words) expect(steps).toContain(word);
    },
  );

  test("nobody who signs in is told to make the calendar public, or to connect it by CalDAV", () => {
    for (const source of ["jo@icloud.com", "https://dav.example/"])
      expect(stepsFor(source)).not.toMatch(/CalDAV|public|we sign in nowhere/);
  });
});

describe("what came is no calendar", () => {
  const page = "<!doctype html><title>Our events</title>";
  const cut = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n";

  test.each([
    ["nothing", "\uFEFF \r\n", "There is nothing at this address", "publish the calendar anew"],
    ["a text", "Hello", "is not a calendar", "BEGIN:VCALENDAR"],
    ["half a calendar", cut, null, "Try again in a few minutes"],
    ["contacts", "BEGIN:VCARD\r\n", "an address book", "not its contacts"],
  ])("%s at an address", (_, text, problem, step) => {
    const found = onOtherBody(text, false);
    if (problem === null) expect(found.problem).toBeNull();
    else expect(found.problem).toContain(problem);
    expect(found.steps.join(" ")).toContain(step);
  });

  test.each([
    ["nothing", "", "This file is empty", "Export the calendar again"],
    ["a text", "Hello", "This file is not a calendar", "“iCalendar”"],
    ["half a calendar", cut, null, "saved whole"],
    ["a page", page, "a web page", "Do not save the page"],
    ["a packed folder", "PK\u0003\u0004\u0014", "ZIP", "Unpack it"],
    ["a PDF", "%PDF-1.7", "a PDF", "ends in .ics"],
  ])("%s in a file", (_, text, problem, step) => {
    const found = onOtherBody(text, true);
    if (problem === null) expect(found.problem).toBeNull();
    else expect(found.problem).toContain(problem);
    expect(found.steps.join(" ")).toContain(step);
  });

  test("a page is told from a calendar by its first letters", () => {
    expect([page, ` \n${page}`, "\uFEFF<html>"].map(isWebPage)).toEqual([true, true, true]);
    expect([cut, "X<html>", ""].map(isWebPage)).toEqual([false, false, false]);
  });
});
