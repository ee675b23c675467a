import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calendar, londonRules, messagesOf, read, startsOf, vevent } from "#test/factories/calendars.ts";
import { cpuTime } from "#test/setup/cpu-time.ts";

/** The answers may not move with the clock of the machine that reads. */
describe.each([
  ["UTC", 0],
  ["Europe/London", -60],
  ["America/New_York", 240],
])("on a server in %s", (serverZone, julyOffset) => {
  const before = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = serverZone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  const start = (line: string, ...calendarLines: string[]) => read(calendar(calendarLines, vevent(line)));

  test("the server's clock really is there", () => {
    expect(new Date(2026, 6, 1).getTimezoneOffset()).toBe(julyOffset);
  });

  test("case 1: DTSTART ending Z is that instant, shown in London time", () => {
    const [event] = start("DTSTART:20260705T180000Z").occurrences;
    expect(event).toMatchObject({ start: "2026-07-05T18:00:00Z", timeZone: "Europe/London", allDay: false });
  });

  test("case 2: IANA rules win over a stale VTIMEZONE, with a notice", () => {
    const stale = londonRules("Europe/London").filter((line) => !line.startsWith("RRULE"));
    const feed = start("DTSTART;TZID=Europe/London:20260705T100000", ...stale);
    expect(startsOf(feed)).toEqual(["2026-07-05T09:00:00Z"]);
    expect(feed.notices).toMatchObject([
      { line: 4, message: expect.stringContaining("clock changes for Europe/London") },
    ]);
  });

  test("case 2: a VTIMEZONE that is right needs no notice", () => {
    const feed = start("DTSTART;TZID=Europe/London:20260705T100000", ...londonRules("Europe/London"));
    expect(feed.notices).toEqual([]);
  });

  test("case 3: a TZID of IANA needs no VTIMEZONE", () => {
    expect(startsOf(start("DTSTART;TZID=Europe/London:20260705T100000"))).toEqual(["2026-07-05T09:00:00Z"]);
    expect(startsOf(start('DTSTART;TZID="America/New_York":20260705T100000'))).toEqual([
      "2026-07-05T14:00:00Z",
    ]);
    const libical = "/freeassociation.sourceforge.net/Europe/London";
    expect(startsOf(start(`DTSTART;TZID=${libical}:20260705T100000`))).toEqual(["2026-07-05T09:00:00Z"]);
  });

  test.each([
    ["GMT Standard Time", "2026-07-05T09:00:00Z", "Europe/London"],
    ["W. Europe Standard Time", "2026-07-05T08:00:00Z", "Europe/Berlin"],
    ["Eastern Standard Time", "2026-07-05T14:00:00Z", "America/New_York"],
    ["(UTC+00:00) Dublin, Edinburgh, Lisbon, London", "2026-07-05T09:00:00Z", "Europe/London"],
  ])("case 4: the Windows zone %s", (name, instant, zone) => {
    const feed = start(`DTSTART;TZID="${name}":20260705T100000`);
    expect(feed.occurrences).toMatchObject([{ start: instant, timeZone: zone }]);
    expect(feed.notices).toEqual([]);
  });

  test("case 5: an unknown TZID follows the VTIMEZONE in the body", () => {
    const tokyo = ["BEGIN:VTIMEZONE", "TZID:Head Office", "BEGIN:STANDARD", "DTSTART:19700101T000000"];
    const rules = [...tokyo, "TZOFFSETFROM:+0900", "TZOFFSETTO:+0900", "END:STANDARD", "END:VTIMEZONE"];
    const feed = start("DTSTART;TZID=Head Office:20260705T100000", ...rules);
    expect(feed.occurrences).toMatchObject([{ start: "2026-07-05T01:00:00Z", timeZone: "Europe/London" }]);
    const ours = read(
      calendar(londonRules("Ours"), vevent("DTSTART;TZID=Ours:20260328T100000", "RRULE:FREQ=DAILY;COUNT=2")),
    );
    expect(startsOf(ours)).toEqual(["2026-03-28T10:00:00Z", "2026-03-29T09:00:00Z"]);
  });

  test("case 6: an unknown TZID without VTIMEZONE is the calendar's own zone, with a notice", () => {
    const feed = start("DTSTART;TZID=Customized Time Zone:20260705T100000");
    expect(startsOf(feed)).toEqual(["2026-07-05T09:00:00Z"]);
    expect(messagesOf(feed)).toEqual([expect.stringContaining("“Customized Time Zone” is not known")]);
    expect(feed.notices[0]?.line).toBe(8);
  });

  test("case 7: floating times are in X-WR-TIMEZONE, else in the calendar's default zone", () => {
    expect(startsOf(start("DTSTART:20260705T100000"))).toEqual(["2026-07-05T09:00:00Z"]);
    const paris = start("DTSTART:20260705T100000", "X-WR-TIMEZONE:Europe/Paris");
    expect(paris.occurrences).toMatchObject([{ start: "2026-07-05T08:00:00Z", timeZone: "Europe/Paris" }]);
    const given = read(calendar(vevent("DTSTART:20260705T100000")), { defaultZone: "America/New_York" });
    expect(startsOf(given)).toEqual(["2026-07-05T14:00:00Z"]);
  });

  test("case 8: weekly at 10:00 stays at 10:00 across 29 March 2026", () => {
    const feed = read(
      calendar(vevent("DTSTART;TZID=Europe/London:20260322T100000", "RRULE:FREQ=WEEKLY;COUNT=2")),
    );
    expect(startsOf(feed)).toEqual(["2026-03-22T10:00:00Z", "2026-03-29T09:00:00Z"]);
  });

  test("case 9: 01:30 in the spring gap is 01:30Z with a notice, and 01:30 BST the next day", () => {
    const feed = read(
      calendar(vevent("DTSTART;TZID=Europe/London:20260328T013000", "RRULE:FREQ=DAILY;COUNT=3")),
    );
    expect(startsOf(feed)).toEqual(["2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"]);
    expect(messagesOf(feed)).toEqual([expect.stringContaining("There is no 01:30 on 2026-03-29")]);
  });

  test("case 10: 01:30 in the autumn overlap is the first of the two, once", () => {
    const feed = read(
      calendar(vevent("DTSTART;TZID=Europe/London:20261024T013000", "RRULE:FREQ=DAILY;COUNT=3")),
    );
    expect(startsOf(feed)).toEqual(["2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"]);
    expect(feed.notices).toEqual([]);
  });

  test("case 11: an all-day event is a plain date, its end exclusive", () => {
    const feed = read(calendar(vevent("DTSTART;VALUE=DATE:20260705", "DTEND;VALUE=DATE:20260707")));
    expect(feed.occurrences).toMatchObject([{ start: "2026-07-05", end: "2026-07-07", allDay: true }]);
  });

  test("the period asked for is in the calendar's zone for all-day events", () => {
    const over = { from: new Date("2026-07-04T23:00:00Z"), to: new Date("2026-07-05T23:00:00Z") };
    const days = vevent("DTSTART;VALUE=DATE:20260704", "RRULE:FREQ=DAILY;COUNT=4");
    expect(startsOf(read(calendar(days), over))).toEqual(["2026-07-05"]);
  });
});

test("a calendar that describes thousands of zones does not take longer for it", () => {
  const many = Array.from({ length: 3000 }, (_, n) => [
    ...londonRules(`Zone ${n}`),
    ...vevent(`UID:${n}@x.example`, `DTSTART;TZID=Zone ${n}:20260705T100000`),
  ]);
  const body = calendar(...many);
  expect(cpuTime(() => expect(startsOf(read(body))).toHaveLength(3000))).toBeLessThan(4000);
});
