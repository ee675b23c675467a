import { describe, expect, test } from "vitest";
import { calendar, messagesOf, read, readEvents, startsOf, vevent } from "#test/factories/calendars.ts";

const first = (...lines: string[]) => readEvents(vevent(...lines)).occurrences[0];
const saturday = "DTSTART;TZID=Europe/London:20260328T100000";

describe("when it ends", () => {
  test("case 12: a date without DTEND lasts one day", () => {
    expect(first("DTSTART;VALUE=DATE:20260705")).toMatchObject({ start: "2026-07-05", end: "2026-07-06" });
  });

  test("an all-day DTEND on the first day itself means one day", () => {
    expect(first("DTSTART;VALUE=DATE:20260705", "DTEND;VALUE=DATE:20260705")).toMatchObject({
      end: "2026-07-06",
    });
  });

  test("case 13: a timed event without DTEND or DURATION has no end", () => {
    expect(first(saturday)).toMatchObject({ start: "2026-03-28T10:00:00Z", end: null });
  });

  test("case 14: PT90M is ninety minutes; P1D one calendar day, also across a clock change", () => {
    expect(first(saturday, "DURATION:PT90M")).toMatchObject({ end: "2026-03-28T11:30:00Z" });
    expect(first(saturday, "DURATION:P1D")).toMatchObject({ end: "2026-03-29T09:00:00Z" });
    expect(first(saturday, "DURATION:PT24H")).toMatchObject({ end: "2026-03-29T10:00:00Z" });
    expect(first("DTSTART;VALUE=DATE:20260328", "DURATION:P1W")).toMatchObject({ end: "2026-04-04" });
  });

  test.each(["DTEND;TZID=Europe/London:20260328T090000", "DURATION:-PT1H"])(
    "case 15: %s is before the start: left out",
    (line) => {
      const feed = readEvents(vevent(saturday, line));
      expect(feed.occurrences).toEqual([]);
      expect(messagesOf(feed)).toEqual(["This event ends before it starts, so it was left out."]);
    },
  );

  test("an end that cannot be read is noticed, and the event shown without one", () => {
    const feed = readEvents(vevent(saturday, "DTEND:tomorrow"));
    expect(feed.occurrences).toMatchObject([{ end: null }]);
    expect(feed.notices).toMatchObject([{ line: 9, message: expect.stringContaining("cannot be read") }]);
  });

  test("an event without a start that can be read is left out, with the line", () => {
    const feed = readEvents(vevent("DTSTART:20260230T100000"), vevent("UID:b@norwich.example"));
    expect(feed.occurrences).toEqual([]);
    expect(feed.notices.map(({ line, uid }) => [line, uid])).toEqual([
      [8, "friday-cafe@norwich.example"],
      [10, "b@norwich.example"],
    ]);
  });
});

describe("what it says", () => {
  test("case 45: an event without UID is known by start, title and place, with a notice", () => {
    const lines = [
      "BEGIN:VEVENT",
      "DTSTART:20260603T090000Z",
      "SUMMARY:Coffee",
      "LOCATION:The Forum",
      "END:VEVENT",
    ];
    const feed = readEvents(lines);
    expect(feed.occurrences[0]?.uid).toMatch(/^no-uid:20260603T090000Z\|[0-9a-f]+$/);
    const elsewhere = lines.with(3, "LOCATION:St Stephen's");
    expect(readEvents(elsewhere).occurrences[0]?.uid).not.toBe(feed.occurrences[0]?.uid);
    expect(readEvents(lines).occurrences[0]?.uid).toBe(feed.occurrences[0]?.uid);
    expect(messagesOf(feed)[0]).toContain("has no number of its own (UID)");
  });

  test("a UID longer than the standard allows stays itself and different from others", () => {
    const uid = (end: string) =>
      first(`UID:${"x".repeat(5000)}${end}`, "DTSTART:20260603T090000Z")?.uid ?? "";
    expect(uid("a").length).toBeLessThan(256);
    expect(uid("a")).toBe(uid("a"));
    expect(uid("a")).not.toBe(uid("b"));
  });

  test("case 49: a blank SUMMARY is an untitled event, with a notice", () => {
    const feed = readEvents(vevent(saturday, "SUMMARY: "));
    expect(feed.occurrences).toMatchObject([{ summary: "Untitled event" }]);
    expect(feed.events).toMatchObject([{ isUntitled: true }]);
    expect(messagesOf(feed)).toEqual(["This event has no title, so it waits until somebody looks at it."]);
  });

  test("case 52: escapes are undone once", () => {
    const event = first(
      saturday,
      "SUMMARY:Tea\\, cake\\; chat",
      "DESCRIPTION:One\\nTwo \\\\n three",
      "CATEGORIES:Food\\, drink,Social",
    );
    expect(event).toMatchObject({
      summary: "Tea, cake; chat",
      description: "One\nTwo \\n three",
      categories: ["Food, drink", "Social"],
    });
  });

  test("case 53: HTML becomes plain text; scripts and their links are gone", () => {
    const html =
      "<p>Come &amp; <b>join</b> us</p><script>alert(1)</script><a href=\"javascript:alert(2)\">Bad</a> <a href='https://forum.example/book'>Book</a><br>£3";
    const text = "Come & join us\nBad Book (https://forum.example/book)\n£3";
    expect(first(saturday, `DESCRIPTION:${html}`)?.description).toBe(text);
    expect(first(saturday, `X-ALT-DESC;FMTTYPE=text/html:${html}`)?.description).toBe(text);
    expect(first(saturday, "DESCRIPTION:For ages < 5 & their parents")?.description).toBe(
      "For ages < 5 & their parents",
    );
  });

  test.each(["PRIVATE", "CONFIDENTIAL", "x-staff-only"])("case 57: CLASS:%s is never shown", (visibility) => {
    const feed = readEvents(
      vevent(saturday, `CLASS:${visibility}`),
      vevent("UID:b@norwich.example", saturday, "CLASS:PUBLIC"),
    );
    expect(feed.occurrences.map(({ uid }) => uid)).toEqual(["b@norwich.example"]);
    expect(feed.hidden).toBe(1);
    expect([feed.hiddenUids, feed.hiddenSlots]).toEqual([["friday-cafe@norwich.example"], []]);
  });

  test("case 58: attendees and organisers are nowhere in what is read", () => {
    const people = [
      "ATTENDEE;CN=Jo Bloggs:mailto:jo@home.example",
      "ORGANIZER;CN=Sam:mailto:sam@home.example",
    ];
    expect(JSON.stringify(readEvents(vevent(saturday, ...people)))).not.toMatch(/home\.example|Bloggs|Sam/);
  });

  test("case 40: STATUS:TENTATIVE is kept as such, beside SEQUENCE and LAST-MODIFIED", () => {
    const event = first(saturday, "STATUS:TENTATIVE", "SEQUENCE:7", "LAST-MODIFIED:20260101T120000Z");
    expect(event).toMatchObject({ status: "tentative", sequence: 7, lastModified: "2026-01-01T12:00:00Z" });
  });

  test("only http addresses are kept as links", () => {
    expect(first(saturday, "URL:javascript:alert(1)")?.url).toBeNull();
    expect(first(saturday, "URL:https://forum.example/cafe")?.url).toBe("https://forum.example/cafe");
  });
});

describe("case 59: online events", () => {
  const teams =
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_A%40thread.v2/0?context=%7b%22Tid%22%3a%221%22%7d";

  test("a LOCATION that is a URL is the way in and no place", () => {
    expect(first(saturday, "LOCATION:https://meet.example/room")).toMatchObject({
      onlineUrl: "https://meet.example/room",
      location: null,
    });
  });

  test("Teams and other stated links are taken before the text", () => {
    const event = first(
      saturday,
      "LOCATION:Microsoft Teams Meeting",
      `X-MICROSOFT-SKYPETEAMSMEETINGURL:${teams}`,
    );
    expect(event).toMatchObject({ onlineUrl: teams, location: "Microsoft Teams Meeting" });
    expect(first(saturday, "CONFERENCE;VALUE=URI:https://meet.jit.si/cafe")?.onlineUrl).toBe(
      "https://meet.jit.si/cafe",
    );
  });

  test("a link in a mixed LOCATION or in the description is found", () => {
    expect(first(saturday, "LOCATION:The Forum or https://zoom.us/j/123")).toMatchObject({
      onlineUrl: "https://zoom.us/j/123",
      location: "The Forum or",
    });
    expect(first(saturday, "DESCRIPTION:Join at https://zoom.us/j/123.")?.onlineUrl).toBe(
      "https://zoom.us/j/123",
    );
    expect(first(saturday, "DESCRIPTION:Read https://forum.example/about")?.onlineUrl).toBeNull();
  });

  test("pass-codes and telephone PINs are not published", () => {
    const invitation =
      "DESCRIPTION:All welcome.\\nhttps://zoom.us/j/123?pwd=s3cret\\nPasscode: 998877\\n+44 20 3481 5237\\,\\,123456# United Kingdom\\nPhone conference ID: 112 233 445#\\nBring a mug.";
    const event = first(
      saturday,
      "LOCATION:Zoom https://zoom.us/j/123?pwd=s3cret Passcode: 998877",
      invitation,
    );
    expect(JSON.stringify(event)).not.toMatch(/s3cret|998877|123456|112 233/);
    expect(event).toMatchObject({
      onlineUrl: "https://zoom.us/j/123",
      location: "Zoom",
      description: "All welcome.\nhttps://zoom.us/j/123\nBring a mug.",
    });
  });
});

test("control characters do not reach the texts", () => {
  const feed = read(calendar(vevent(saturday, "SUMMARY:Tea\u0000 and\u0007 cake")));
  expect(feed.occurrences[0]?.summary).toBe("Tea and cake");
  expect(startsOf(feed)).toHaveLength(1);
});
