import { describe, expect, test } from "vitest";
import { prodIdOf, recognise } from "#app/domain/calendars/doctor/recognise.ts";

describe("recognising a calendar", () => {
  test.each([
    ["https://outlook.office365.com/owa/calendar/a@b.example/c/calendar.ics", "outlook"],
    ["https://mail.norfolk.example/owa/calendar/a@b.example/c/calendar.ics", "outlook"],
    ["webcal://outlook.live.com/owa/calendar/x/y/calendar.ics", "outlook"],
    ["https://calendar.google.com/calendar/ical/x/private-y/basic.ics", "google"],
    ["webcal://p12-caldav.icloud.com/published/2/MTIz", "icloud"],
    ["https://cloud.charity.example/remote.php/dav/public-calendars/abc?export", "nextcloud"],
    ["https://village.example/events/?ical=1", "wordpress"],
    ["https://village.example/calendar?format=ical", "squarespace"],
    ["https://www.meetup.com/norwich-walks/events/ical/", "meetup"],
    ["https://ics.teamup.com/feed/ks123/0.ics", "teamup"],
    ["https://village.example/diary.ics", null],
    ["https://notgoogle.com.example/calendar.ics", null],
    ["not an address", null],
  ])("%s is of %s", (address, program) => expect(recognise({ address })).toBe(program));

  test.each([
    ["Microsoft Exchange Server 2010", "outlook"],
    ["-//Google Inc//Google Calendar 70.9054//EN", "google"],
    ["-//IDN nextcloud.com//Calendar app 4.7.6//EN", "nextcloud"],
    ["-//Village Hall - ECPv6.3.5//NONSGML v1.0//EN", "wordpress"],
    ["-//Apple Inc.//macOS 14.4//EN", "apple"],
    ["-//Somebody//Diary//EN", null],
  ])("what %s wrote is of %s, wherever it lies", (prodId, program) =>
    expect(recognise({ address: "https://village.example/diary.ics", prodId })).toBe(program),
  );

  test("the host counts more than the words of a body", () => {
    expect(
      recognise({ address: "https://calendar.google.com/calendar/ical/x/y/basic.ics", prodId: "Microsoft" }),
    ).toBe("google");
  });

  test("PRODID is read from the head of a body, parameters or not", () => {
    const body = (line: string) => new TextEncoder().encode(`BEGIN:VCALENDAR\r\n${line}\r\nVERSION:2.0`);
    expect(prodIdOf(body("PRODID:-//A//B//EN"))).toBe("-//A//B//EN");
    expect(prodIdOf(body("prodid;X=1:-//A//B//EN"))).toBe("-//A//B//EN");
    expect(prodIdOf(body("X-OTHER:1"))).toBeNull();
  });
});
