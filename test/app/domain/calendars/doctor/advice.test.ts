import { describe, expect, test } from "vitest";
import { adviceOn, adviceOnFailure, onWebPage, readAddress } from "#app/domain/calendars/doctor/advice.ts";
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

  test.each(["", "two words", "ftp://diary.example/a.ics", "javascript:alert(1)", "https://nodots/a.ics"])(
    "“%s” is none",
    (typed) => expect(readAddress(typed)).toBeNull(),
  );
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

test("each kind of failure has its say, and none repeats the address", () => {
  const url = new URL("https://diary.example/secret-of-the-diary/basic.ics?token=abc");
  for (const kind of wordsOf(failureKinds)) {
    const advice = adviceOnFailure(kind, "It gave no answer.", url);
    expect(advice.problem).not.toBe("");
    expect(advice.steps, kind).not.toEqual([]);
    expect(JSON.stringify(advice)).not.toMatch(/secret-of|token/);
  }
});
