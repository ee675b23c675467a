import { describe, expect, test } from "vitest";
import { feedOf } from "#app/domain/calendars/feeds/feed.ts";
import { isOurUid, isOwnAddress, isOwnFeed } from "#app/domain/calendars/feeds/own-feed.ts";

const publicUrl = "https://assembly.example";

describe("case 77: our own export offered as a source", () => {
  test.each([
    ["a meeting's UID", "5b0c1a52-2d0e-4d5f-9a55-8d2a4c1f2b3e@meetings.assembly", true],
    ["an event's UID, in another case", "5B0C@EVENTS.ASSEMBLY ", true],
    ["somebody else's", "5b0c@google.com", false],
    ["a name that only begins so", "x@meetings.assembly.example.org", false],
  ])("%s", (_, uid, isOurs) => {
    expect(isOurUid(uid)).toBe(isOurs);
    expect(isOwnFeed({}, { uids: ["a@b", uid] })).toBe(isOurs);
  });

  test.each([
    ["https://assembly.example/calendars/norwich.ics", true],
    ["webcal://assembly.example/calendars/mine/abc.ics", true],
    ["http://ASSEMBLY.example./calendars/x.ics", true],
    ["https://assembly.example:8443/calendars/x.ics", false],
    ["https://assembly.example.org/calendars/x.ics", false],
    ["not an address", false],
  ])("the address %s", (source, isOurs) => {
    expect(isOwnAddress(source, publicUrl)).toBe(isOurs);
    expect(isOwnFeed({ source, publicUrl })).toBe(isOurs);
  });

  test("its PRODID, however the lines are folded", () => {
    const body = feedOf({ name: "Empty", url: `${publicUrl}/calendars/x.ics` }, []);
    expect(isOwnFeed({}, { body })).toBe(true);
    expect(isOwnFeed({}, { body: "BEGIN:VCALENDAR\r\nPRODID:-//Assem\r\n bly//Calendars//EN\r\n" })).toBe(
      true,
    );
    expect(isOwnFeed({}, { body: "BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//Google Calendar//EN\r\n" })).toBe(
      false,
    );
    expect(isOwnFeed({}, { body: "BEGIN:VCALENDAR\r\nDESCRIPTION:PRODID:-//Assembly//x\r\n" })).toBe(false);
  });
});
