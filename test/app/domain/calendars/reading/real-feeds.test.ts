import { describe, expect, test } from "vitest";
import { calendar, messagesOf, read, readEvents, startsOf, vevent } from "#test/factories/calendars.ts";

/** What programs really write, besides what the standard says and the cases list. */
const london = (time: string) => `TZID=Europe/London:${time}`;
const weekly = [`DTSTART;${london("20260603T100000")}`, "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=4"];
const first = (...lines: string[]) => readEvents(vevent(...lines)).occurrences[0];
const days = (...events: string[][]) => startsOf(readEvents(...events)).map((start) => start.slice(5, 10));

describe("zones, as they are named", () => {
  test.each([
    ["TZID=/mozilla.org/20050126_1/Europe/London", "09"],
    ["TZID=/freeassociation.sourceforge.net/Tzfile/Europe/London", "09"],
    ["TZID=/softwarestudio.org/Tzfile/Europe/Paris", "08"],
    ["TZID=/citadel.org/20210210_1/America/Argentina/Buenos_Aires", "13"],
    ['TZID="(UTC+00:00) Dublin, Edinburgh, Lisbon, London"', "09"],
    ['TZID="(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London"', "09"],
    ['TZID="(UTC+01:00) Brussels, Copenhagen, Madrid, Paris"', "08"],
    ['TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', "08"],
    ['TZID="(UTC-05:00) Eastern Time (US & Canada)"', "14"],
    ["TZID=GMT Standard Time", "09"],
    ["TZID=gmt standard time", "09"],
    ["TZID=Greenwich Standard Time", "10"],
    ["TZID=Europe-London", "09"],
    ["TZID=Europe/London;VALUE=DATE-TIME", "09"],
    ["VALUE=DATE-TIME;TZID=Europe/London", "09"],
    ["tzid=europe/london", "09"],
    ["TZID=UTC", "10"],
    ["TZID=Etc/GMT", "10"],
    ["TZID=Etc/GMT-1", "09"],
    ["TZID=GMT+0100", "09"],
    ["TZID=GMT0", "10"],
    ["TZID=Z", "10"],
    ['X-NOTE="a:b;c";TZID=Europe/London', "09"],
  ])("DTSTART;%s is at %s:00Z in July", (params, hour) => {
    const feed = readEvents(vevent(`DTSTART;${params}:20260705T100000`));
    expect(feed.notices).toEqual([]);
    expect(startsOf(feed)).toEqual([`2026-07-05T${hour}:00:00Z`]);
  });

  test.each(["Europe/Paris", "W. Europe Standard Time", '"Europe/Paris"', " Europe/Paris "])(
    "X-WR-TIMEZONE:%s is where floating times are",
    (zone) => {
      const body = calendar(`X-WR-TIMEZONE:${zone}`, vevent("DTSTART:20260705T100000"));
      expect(startsOf(read(body))).toEqual(["2026-07-05T08:00:00Z"]);
    },
  );

  test("TIMEZONE-ID (RFC 7986's draft) and an X-WR-TIMEZONE that means nothing", () => {
    const paris = calendar("TIMEZONE-ID:Europe/Paris", vevent("DTSTART:20260705T100000"));
    expect(startsOf(read(paris))).toEqual(["2026-07-05T08:00:00Z"]);
    const odd = read(calendar("X-WR-TIMEZONE:Home", vevent("DTSTART:20260705T100000")));
    expect(startsOf(odd)).toEqual(["2026-07-05T09:00:00Z"]);
    expect(messagesOf(odd)).toEqual([expect.stringContaining("“Home”")]);
  });
});

describe("dates and times, as they are written", () => {
  test.each([
    ["DTSTART:20260705", "2026-07-05"],
    ["DTSTART;VALUE=DATE:20260705T000000", "2026-07-05"],
    ["DTSTART;VALUE=DATE:2026-07-05", "2026-07-05"],
    ["DTSTART:2026-07-05T10:00:00Z", "2026-07-05T10:00:00Z"],
    ["DTSTART:20260705T1000Z", "2026-07-05T10:00:00Z"],
    ["DTSTART:20260705t100000z", "2026-07-05T10:00:00Z"],
    ["DTSTART: 20260705T100000Z ", "2026-07-05T10:00:00Z"],
    ["DTSTART:20260705T240000Z", "2026-07-06T00:00:00Z"],
    ["DTSTART:20261231T235960Z", "2026-12-31T23:59:59Z"],
    ["DTSTART;TZID=:20260705T100000Z", "2026-07-05T10:00:00Z"],
    ["DTSTART;TZID=Europe/London:20260705T100000Z", "2026-07-05T10:00:00Z"],
    ["dtstart;value=date:20260705", "2026-07-05"],
  ])("%s", (line, start) => {
    const feed = readEvents(vevent(line));
    expect(startsOf(feed)).toEqual([start]);
    expect(feed.notices).toEqual([]);
  });

  test.each(["DTSTART:00000101T000000Z", "DTSTART:99991231T235959Z", "DTSTART:20261301", "DTSTART:20260229"])(
    "%s is no start, and says so",
    (line) => {
      const feed = readEvents(vevent(line));
      expect(startsOf(feed)).toEqual([]);
      expect(messagesOf(feed)).toEqual([expect.stringContaining("is not a date or a time")]);
    },
  );

  test("of two DTSTARTs the first counts", () => {
    expect(first("DTSTART:20260705T100000Z", "DTSTART:20260706T100000Z")?.start).toBe("2026-07-05T10:00:00Z");
  });

  test("an all-day event that ends on its own day, a timed one that ends as it begins", () => {
    expect(first("DTSTART;VALUE=DATE:20260705", "DTEND;VALUE=DATE:20260705")?.end).toBe("2026-07-06");
    expect(first("DTSTART:20260705T100000Z", "DTEND:20260705T100000Z")?.end).toBe("2026-07-05T10:00:00Z");
  });

  test("a whole-day end on a timed event, a timed end on a whole day", () => {
    expect(first("DTSTART:20260705T100000Z", "DTEND;VALUE=DATE:20260706")?.end).toBe("2026-07-05T23:00:00Z");
    expect(first("DTSTART;VALUE=DATE:20260705", "DTEND:20260706T120000")?.end).toBe("2026-07-07");
  });

  test.each([
    ["P1W", "2026-07-12T10:00:00Z"],
    ["PT0S", "2026-07-05T10:00:00Z"],
    ["+PT1H30M", "2026-07-05T11:30:00Z"],
    ["P1DT2H", "2026-07-06T12:00:00Z"],
    ["pt45m", "2026-07-05T10:45:00Z"],
  ])("DURATION:%s", (duration, end) => {
    expect(first("DTSTART:20260705T100000Z", `DURATION:${duration}`)?.end).toBe(end);
  });

  test("DTEND is taken before a DURATION that is there as well", () => {
    expect(first("DTSTART:20260705T100000Z", "DURATION:PT5H", "DTEND:20260705T110000Z")?.end).toBe(
      "2026-07-05T11:00:00Z",
    );
  });
});

describe("rules, as they are written", () => {
  test.each([
    ["FREQ=WEEKLY;COUNT=2;", ["06-03", "06-10"]],
    ["freq=weekly;count=2", ["06-03", "06-10"]],
    [" FREQ=WEEKLY; COUNT=2 ", ["06-03", "06-10"]],
    ["FREQ=WEEKLY\\;COUNT=2", ["06-03", "06-10"]],
    ["FREQ=WEEKLY;INTERVAL=1;BYDAY=WE;WKST=SU;COUNT=2", ["06-03", "06-10"]],
    ["COUNT=2;FREQ=WEEKLY", ["06-03", "06-10"]],
    ["FREQ=WEEKLY;UNTIL=20260610T100000", ["06-03", "06-10"]],
    ["FREQ=WEEKLY;UNTIL=20260610T095959", ["06-03"]],
    ["FREQ=WEEKLY;UNTIL=2026-06-10", ["06-03", "06-10"]],
    ["FREQ=WEEKLY;UNTIL=20260101T000000Z", []],
    ["FREQ=WEEKLY;COUNT=2;UNTIL=20260701", ["06-03", "06-10"]],
    ["FREQ=MONTHLY;BYDAY=1WE;COUNT=2", ["06-03", "07-01"]],
    ["FREQ=MONTHLY;BYDAY=WE;BYSETPOS=1;COUNT=2", ["06-03", "07-01"]],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3;COUNT=2", ["06-03", "07-03"]],
    ["FREQ=MONTHLY;BYMONTHDAY=3,-1;BYSETPOS=1,-1;COUNT=3", ["06-03", "06-30", "07-03"]],
    ["FREQ=YEARLY;BYMONTH=6,9;BYDAY=1WE;COUNT=2", ["06-03", "09-02"]],
    ["FREQ=YEARLY;BYDAY=23WE;COUNT=1", ["06-03"]],
    ["FREQ=DAILY;BYDAY=MO,WE;COUNT=3", ["06-03", "06-08", "06-10"]],
  ])("RRULE:%s", (rule, expected) => {
    const feed = readEvents(vevent(weekly[0] ?? "", `RRULE:${rule}`));
    expect(startsOf(feed).map((start) => start.slice(5, 10))).toEqual(expected);
  });

  test("COUNT=0 cannot be meant: the first date is kept, and it says so", () => {
    const feed = readEvents(vevent(weekly[0] ?? "", "RRULE:FREQ=WEEKLY;COUNT=0"));
    expect(startsOf(feed)).toEqual(["2026-06-03T09:00:00Z"]);
    expect(messagesOf(feed)).toEqual([expect.stringContaining("“FREQ=WEEKLY;COUNT=0”")]);
  });

  test("an UNTIL before the start leaves no date, and says so: programs end a series so that was given up", () => {
    const feed = readEvents(vevent(weekly[0] ?? "", "RRULE:FREQ=WEEKLY;UNTIL=20260101T000000Z"));
    expect(messagesOf(feed)).toEqual([expect.stringContaining("ends before its first date")]);
  });

  test("an empty RRULE is none", () => {
    const feed = readEvents(vevent(weekly[0] ?? "", "RRULE:"));
    expect(feed.occurrences).toMatchObject([{ start: "2026-06-03T09:00:00Z", recurrenceId: null }]);
    expect(feed.notices).toEqual([]);
  });

  test.each([
    [["EXDATE:20260610T090000Z", "EXDATE:20260617T090000Z"]],
    [["EXDATE;TZID=Europe/Paris:20260610T110000,20260617T110000"]],
    [["EXDATE;VALUE=DATE:20260610,20260617"]],
    [["EXDATE:20260610,20260617"]],
    [[`EXDATE;${london("20260610T100000,,20260617T100000,")}`]],
    [['EXDATE;TZID="Europe/London":20260610T100000,20260617T100000']],
  ])("%s", (lines) => {
    expect(days(vevent(...weekly, ...lines))).toEqual(["06-03", "06-24"]);
  });
});

describe("overrides, as they come", () => {
  const override = (...lines: string[]) => vevent(`RECURRENCE-ID;${london("20260610T100000")}`, ...lines);
  const to = (time: string) => `DTSTART;${london(time)}`;

  test("one of a date that EXDATE takes out is shown: somebody wrote it down", () => {
    const master = vevent(...weekly, `EXDATE;${london("20260610T100000")}`);
    expect(days(master, override(to("20260611T100000")))).toEqual(["06-03", "06-11", "06-17", "06-24"]);
  });

  test("a cancelled one of such a date is shown as cancelled, once", () => {
    const master = vevent(...weekly, `EXDATE;${london("20260610T100000")}`);
    const feed = readEvents(master, override(to("20260610T100000"), "STATUS:CANCELLED"));
    expect(feed.occurrences.map(({ status }) => status)).toEqual([
      "confirmed",
      "cancelled",
      "confirmed",
      "confirmed",
    ]);
  });

  test("of two of one date the higher SEQUENCE counts, in any order", () => {
    const [old, late] = [
      override(to("20260611T100000"), "SEQUENCE:1"),
      override(to("20260612T100000"), "SEQUENCE:2"),
    ];
    for (const both of [
      [old, late],
      [late, old],
    ])
      expect(days(vevent(...weekly), ...both)).toEqual(["06-03", "06-12", "06-17", "06-24"]);
  });

  test("of two of one date in different zones too", () => {
    const paris = vevent(
      "RECURRENCE-ID;TZID=Europe/Paris:20260610T110000",
      to("20260612T100000"),
      "SEQUENCE:2",
    );
    expect(days(vevent(...weekly), paris, override(to("20260611T100000"), "SEQUENCE:1"))).toEqual([
      "06-03",
      "06-12",
      "06-17",
      "06-24",
    ]);
  });

  test("one without a title has that of its series", () => {
    const cancelled = override(to("20260610T100000"), "SUMMARY:", "STATUS:CANCELLED");
    const feed = readEvents(vevent(...weekly), cancelled);
    expect(feed.occurrences[1]).toMatchObject({ summary: "Friday café", status: "cancelled" });
    expect(feed.notices).toEqual([]);
  });

  test("one of a date that the rule does not have is shown besides", () => {
    const extra = vevent(`RECURRENCE-ID;${london("20260612T100000")}`, to("20260612T100000"));
    expect(days(vevent(...weekly), extra)).toEqual(["06-03", "06-10", "06-12", "06-17", "06-24"]);
  });

  test("lower-case RANGE, and one that moves everything to whole days", () => {
    const future = vevent(
      `RECURRENCE-ID;RANGE=thisandfuture;${london("20260617T100000")}`,
      to("20260618T100000"),
    );
    expect(days(vevent(...weekly), future)).toEqual(["06-03", "06-10", "06-18", "06-25"]);
  });

  test("a series and its overrides in two VCALENDARs are one", () => {
    const body = calendar(vevent(...weekly)) + calendar(override(to("20260611T100000")));
    expect(startsOf(read(body)).map((start) => start.slice(5, 10))).toEqual([
      "06-03",
      "06-11",
      "06-17",
      "06-24",
    ]);
  });
});

describe("texts and lines, as they come", () => {
  const at = "DTSTART:20260705T100000Z";

  test("emoji and accents that stand on their own, folded anywhere", () => {
    const title = "Sing 👩🏽‍🎤 cafe\u0301 – naïve";
    const bytes = new TextEncoder().encode(calendar(vevent(at, `SUMMARY:${title}`)));
    const begin = new TextDecoder("latin1").decode(bytes).indexOf("SUMMARY:") + 8;
    for (let cut = begin; cut < begin + 30; cut += 1) {
      const folded = [...bytes.subarray(0, cut), 13, 10, 32, ...bytes.subarray(cut)];
      expect(read(Uint8Array.from(folded)).occurrences[0]?.summary).toBe(title);
    }
  });

  test.each([
    ["NUL bytes", (body: string) => body.replace("Friday", "Fri\u0000day")],
    ["spaces after BEGIN and END", (body: string) => body.replace(/^((?:BEGIN|END):.*)$/gm, "$1  ")],
    ["a space before the value of BEGIN", (body: string) => body.replaceAll("BEGIN:V", "BEGIN: V")],
    ["no DTSTAMP", (body: string) => body.replace(/DTSTAMP.*\r\n/, "")],
    [
      "lower case throughout",
      (body: string) => body.replace(/^[A-Z-]+(?=[:;])/gm, (name) => name.toLowerCase()),
    ],
    ["words before the calendar", (body: string) => `\r\n\r\n${body}`],
    ["a Ctrl-Z at the end", (body: string) => `${body}\u001a`],
  ])("%s", (_, change) => {
    const feed = read(change(calendar(vevent(at))));
    expect(feed.occurrences).toMatchObject([{ start: "2026-07-05T10:00:00Z", summary: "Friday café" }]);
    expect(feed.notices).toEqual([]);
  });

  test("UTF-16 of either order", () => {
    const little = Buffer.from(`\uFEFF${calendar(vevent(at))}`, "utf16le");
    for (const body of [little, Buffer.from(little).swap16()])
      expect(read(new Uint8Array(body)).occurrences).toMatchObject([{ summary: "Friday café" }]);
  });

  test("a line without its fold names the event that it stands in", () => {
    const body = calendar(vevent(at, "DESCRIPTION:One", "two without a space", "three"));
    expect(read(body).notices).toMatchObject([
      { line: 10, uid: "friday-cafe@norwich.example", summary: "Friday café" },
      { line: 11 },
    ]);
  });

  test("a notice never has the title of a private event", () => {
    const feed = readEvents(vevent(at, "CLASS:PRIVATE", "SUMMARY:Disciplinary", "junk", "DTEND:never"));
    expect(JSON.stringify(feed)).not.toContain("Disciplinary");
    expect(feed.notices).toMatchObject([{ summary: null }, { summary: null }]);
  });

  test("The Events Calendar, Meetup and Eventbrite: links, images and HTML that is escaped twice", () => {
    const event = first(
      at,
      "ATTACH;FMTTYPE=image/jpeg:https://forum.example/a.jpg",
      "URL;VALUE=URI:https://forum.example/event/cafe/?a=1,2;b",
      "SUMMARY:Tea &amp; cake &#8211; all welcome",
      "DESCRIPTION:Doors 9&nbsp\\;am\\n\\n&lt\\;b&gt\\;Free&lt\\;/b&gt\\;",
      'ORGANIZER;CN="Jo Bloggs: host":MAILTO:jo@home.example',
    );
    expect(event).toMatchObject({
      url: "https://forum.example/event/cafe/?a=1,2;b",
      summary: "Tea & cake – all welcome",
      description: "Doors 9 am\n\nFree",
    });
  });
});
