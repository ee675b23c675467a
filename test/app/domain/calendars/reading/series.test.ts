import { describe, expect, test } from "vitest";
import { calendar, messagesOf, read, readEvents, startsOf, vevent } from "#test/factories/calendars.ts";

const london = (time: string) => `TZID=Europe/London:${time}`;
const days = (...lines: string[]) =>
  startsOf(readEvents(vevent(...lines))).map((start) => start.slice(0, 10));

describe("dates taken out and put in", () => {
  const weekly = [
    `DTSTART;${london("20260603T100000")}`,
    "DTEND;TZID=Europe/London:20260603T113000",
    "RRULE:FREQ=WEEKLY;COUNT=3",
  ];
  const allDay = ["DTSTART;VALUE=DATE:20260603", "RRULE:FREQ=WEEKLY;COUNT=3"];

  test("case 27: EXDATE in the zone of the series, in UTC or floating removes its occurrence", () => {
    for (const date of [
      `EXDATE;${london("20260610T100000")}`,
      "EXDATE:20260610T090000Z",
      "EXDATE:20260610T100000",
    ]) {
      expect(days(...weekly, date)).toEqual(["2026-06-03", "2026-06-17"]);
    }
  });

  test("case 28: a plain EXDATE on a timed series removes that local day", () => {
    expect(days(...weekly, "EXDATE;VALUE=DATE:20260610")).toEqual(["2026-06-03", "2026-06-17"]);
  });

  test("case 29: a timed EXDATE on an all-day series is matched by local date", () => {
    expect(days(...allDay, `EXDATE;${london("20260610T000000")}`)).toEqual(["2026-06-03", "2026-06-17"]);
    expect(days(...allDay, "EXDATE:20260609T230000Z")).toEqual(["2026-06-03", "2026-06-17"]);
  });

  test("several dates of one EXDATE line are all removed", () => {
    expect(days(...weekly, `EXDATE;${london("20260603T100000,20260617T100000")}`)).toEqual(["2026-06-10"]);
  });

  test("case 30: RDATE without a rule keeps DTSTART and every date", () => {
    const feed = readEvents(
      vevent(...weekly.slice(0, 2), `RDATE;${london("20260605T120000,20260607T100000")}`),
    );
    expect(startsOf(feed)).toEqual(["2026-06-03T09:00:00Z", "2026-06-05T11:00:00Z", "2026-06-07T09:00:00Z"]);
    expect(feed.occurrences.map(({ recurrenceId }) => recurrenceId)).toEqual(startsOf(feed));
  });

  test("case 30: RDATE joins a rule, once where both yield it, and a period keeps its own length", () => {
    const period = "RDATE;VALUE=PERIOD:20260605T120000Z/PT45M,20260606T120000Z/20260606T150000Z";
    const feed = readEvents(vevent(...weekly, "RDATE:20260610T090000Z", period));
    expect(feed.occurrences.map(({ start, end }) => [start.slice(8, 16), end?.slice(8, 16)])).toEqual([
      ["03T09:00", "03T10:30"],
      ["05T12:00", "05T12:45"],
      ["06T12:00", "06T15:00"],
      ["10T09:00", "10T10:30"],
      ["17T09:00", "17T10:30"],
    ]);
  });

  test("a rule of old calendars that takes dates out (EXRULE) is followed", () => {
    expect(days(...weekly, "EXRULE:FREQ=WEEKLY;INTERVAL=2")).toEqual(["2026-06-10"]);
  });
});

describe("one occurrence changed", () => {
  const master = vevent(`DTSTART;${london("20260603T100000")}`, "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=4");
  const moved = vevent(
    `RECURRENCE-ID;${london("20260610T100000")}`,
    `DTSTART;${london("20260612T140000")}`,
    "DURATION:PT2H",
    "SUMMARY:Moved café",
  );

  test.each([
    ["case 31: an override moves to another day and keeps its identity", [master, moved]],
    ["case 32: an override may be listed before its master", [moved, master]],
  ])("%s", (_, events) => {
    const feed = readEvents(...events);
    expect(startsOf(feed)).toEqual([
      "2026-06-03T09:00:00Z",
      "2026-06-12T13:00:00Z",
      "2026-06-17T09:00:00Z",
      "2026-06-24T09:00:00Z",
    ]);
    expect(feed.occurrences[1]).toMatchObject({
      uid: "friday-cafe@norwich.example",
      recurrenceId: "2026-06-10T09:00:00Z",
      end: "2026-06-12T15:00:00Z",
      summary: "Moved café",
    });
  });

  test.each([
    "RECURRENCE-ID:20260610T090000Z",
    "RECURRENCE-ID;TZID=Europe/Paris:20260610T110000",
    "RECURRENCE-ID;VALUE=DATE:20260610",
  ])("case 33: %s is matched by instant or local day", (slot) => {
    const feed = readEvents(master, vevent(slot, `DTSTART;${london("20260611T100000")}`));
    expect(startsOf(feed)).toHaveLength(4);
    expect(feed.occurrences[1]).toMatchObject({
      start: "2026-06-11T09:00:00Z",
      recurrenceId: "2026-06-10T09:00:00Z",
    });
  });

  test("case 34: a midnight RECURRENCE-ID on an all-day series is matched by local date", () => {
    const allDay = vevent("DTSTART;VALUE=DATE:20260603", "RRULE:FREQ=WEEKLY;COUNT=3");
    for (const slot of [`RECURRENCE-ID;${london("20260610T000000")}`, "RECURRENCE-ID:20260609T230000Z"]) {
      const feed = readEvents(allDay, vevent(slot, "DTSTART;VALUE=DATE:20260611"));
      expect(startsOf(feed)).toEqual(["2026-06-03", "2026-06-11", "2026-06-17"]);
      expect(feed.occurrences[1]?.recurrenceId).toBe("2026-06-10");
    }
  });

  test("case 35: an override without a master is a single event, marked as part of a series", () => {
    const feed = readEvents(moved);
    expect(feed.occurrences).toMatchObject([
      { start: "2026-06-12T13:00:00Z", recurrenceId: "2026-06-10T09:00:00Z" },
    ]);
  });

  test("case 36: THISANDFUTURE moves and renames all that follow, in wall-clock time", () => {
    const weekly = vevent(
      `DTSTART;${london("20261007T100000")}`,
      "DURATION:PT1H",
      "RRULE:FREQ=WEEKLY;COUNT=5",
    );
    const future = vevent(
      `RECURRENCE-ID;RANGE=THISANDFUTURE;${london("20261021T100000")}`,
      `DTSTART;${london("20261022T180000")}`,
      "DURATION:PT2H",
      "SUMMARY:Evening café",
    );
    const feed = readEvents(weekly, future);
    expect(feed.occurrences.map(({ start, end, summary }) => [start, end?.slice(11, 13), summary])).toEqual([
      ["2026-10-07T09:00:00Z", "10", "Friday café"],
      ["2026-10-14T09:00:00Z", "10", "Friday café"],
      ["2026-10-22T17:00:00Z", "19", "Evening café"],
      ["2026-10-29T18:00:00Z", "20", "Evening café"],
      ["2026-11-05T18:00:00Z", "20", "Evening café"],
    ]);
    expect(feed.occurrences.at(-1)?.recurrenceId).toBe("2026-11-04T10:00:00Z");
  });

  test("a single override still counts after THISANDFUTURE", () => {
    const future = vevent(
      `RECURRENCE-ID;RANGE=THISANDFUTURE;${london("20260610T100000")}`,
      `DTSTART;${london("20260610T120000")}`,
    );
    const one = vevent(`RECURRENCE-ID;${london("20260617T100000")}`, `DTSTART;${london("20260617T150000")}`);
    expect(startsOf(readEvents(master, future, one)).map((start) => start.slice(11, 13))).toEqual([
      "09",
      "11",
      "14",
      "11",
    ]);
  });

  test("case 37: a cancelled override stays in its place, cancelled", () => {
    const feed = readEvents(master, [...moved.slice(0, -1), "STATUS:CANCELLED", "END:VEVENT"]);
    expect(feed.occurrences.map(({ status }) => status)).toEqual([
      "confirmed",
      "cancelled",
      "confirmed",
      "confirmed",
    ]);
  });

  test("case 38: a cancelled master cancels the whole series and leaves it visible", () => {
    const feed = readEvents([...master.slice(0, -1), "STATUS:CANCELLED", "END:VEVENT"], moved);
    expect(feed.occurrences.map(({ status }) => status)).toEqual(Array(4).fill("cancelled"));
  });

  test("case 38: METHOD:CANCEL cancels all that it holds", () => {
    const feed = read(calendar("METHOD:CANCEL", master));
    expect(feed.occurrences.map(({ status }) => status)).toEqual(Array(4).fill("cancelled"));
  });

  test("an occurrence moved into the period from outside it is there, and one moved out of it is not", () => {
    const over = { from: new Date("2026-06-11T00:00:00Z"), to: new Date("2026-06-13T00:00:00Z") };
    expect(startsOf(read(calendar(master, moved), over))).toEqual(["2026-06-12T13:00:00Z"]);
    const week = { from: new Date("2026-06-10T00:00:00Z"), to: new Date("2026-06-11T00:00:00Z") };
    expect(startsOf(read(calendar(master, moved), week))).toEqual([]);
  });

  test("case 57: an override made private takes its slot away; a private master takes the series", () => {
    expect(startsOf(readEvents(master, [...moved.slice(0, -1), "CLASS:PRIVATE", "END:VEVENT"]))).toHaveLength(
      3,
    );
    expect(startsOf(readEvents([...master.slice(0, -1), "CLASS:CONFIDENTIAL", "END:VEVENT"], moved))).toEqual(
      [],
    );
  });
});

describe("how far a series is followed", () => {
  test("case 17: an event of several weeks is there until it ends", () => {
    const over = { from: new Date("2026-06-20T00:00:00Z"), to: new Date("2026-06-21T00:00:00Z") };
    const festival = vevent("DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260630");
    expect(startsOf(read(calendar(festival), over))).toEqual(["2026-06-01"]);
  });

  test("case 21: UNTIL in UTC is compared as an instant", () => {
    const series = (until: string) =>
      days(`DTSTART;${london("20260601T100000")}`, `RRULE:FREQ=DAILY;UNTIL=${until}`);
    expect(series("20260603T090000Z")).toEqual(["2026-06-01", "2026-06-02", "2026-06-03"]);
    expect(series("20260603T085959Z")).toEqual(["2026-06-01", "2026-06-02"]);
  });

  test("case 21: UNTIL as a date on a timed series includes that local day", () => {
    const lines = [`DTSTART;${london("20260601T233000")}`, "RRULE:FREQ=DAILY;UNTIL=20260603"];
    expect(days(...lines)).toEqual(["2026-06-01", "2026-06-02", "2026-06-03"]);
  });

  test("UNTIL as a time on an all-day series ends on its local day", () => {
    expect(days("DTSTART;VALUE=DATE:20260601", "RRULE:FREQ=DAILY;UNTIL=20260602T230000Z")).toHaveLength(3);
    expect(days("DTSTART;VALUE=DATE:20260601", "RRULE:FREQ=DAILY;UNTIL=20260603")).toHaveLength(3);
  });

  test("case 22: a DTSTART that does not fit its own BYDAY is kept, with a notice, and counts", () => {
    const feed = readEvents(
      vevent(`DTSTART;${london("20260603T100000")}`, "RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=3"),
    );
    expect(startsOf(feed).map((start) => start.slice(0, 10))).toEqual([
      "2026-06-03",
      "2026-06-04",
      "2026-06-11",
    ]);
    expect(messagesOf(feed)).toEqual([
      "The first date of this event does not fit its repeat rule; it was kept as well.",
    ]);
  });

  test("case 23: an endless series reaches the end of whichever period is asked for", () => {
    const weekly = calendar(vevent(`DTSTART;${london("20200107T100000")}`, "RRULE:FREQ=WEEKLY"));
    for (const year of [2026, 2031, 2040]) {
      const over = { from: new Date(`${year}-01-01T00:00:00Z`), to: new Date(`${year + 1}-04-01T00:00:00Z`) };
      expect(startsOf(read(weekly, over)).at(-1)?.slice(0, 7)).toBe(`${year + 1}-03`);
    }
  });

  test.each(["FREQ=SECONDLY", "FREQ=MINUTELY;COUNT=5", "FREQ=HOURLY", "FREQ=DAILY;BYHOUR=9,10,11,12"])(
    "case 25: %s is refused with a notice and the rest is read",
    (rule) => {
      const often = vevent("UID:often@norwich.example", "DTSTART:20260101T000000Z", `RRULE:${rule}`);
      const feed = readEvents(often, vevent("DTSTART:20260603T090000Z"));
      expect(startsOf(feed)).toEqual(["2026-06-03T09:00:00Z"]);
      expect(feed.notices).toMatchObject([
        { uid: "often@norwich.example", message: expect.stringContaining("left out") },
      ]);
    },
  );

  test("case 26: 30 February has no occurrences and a notice", () => {
    const feed = readEvents(vevent("DTSTART:20260115T100000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"));
    expect(startsOf(feed)).toEqual([]);
    expect(messagesOf(feed)).toEqual([
      "The repeat rule of this event never yields a date, so it was left out.",
    ]);
  });

  test("a rule that cannot be read leaves the first date, with a notice", () => {
    const feed = readEvents(vevent("DTSTART:20260115T100000Z", "RRULE:FREQ=FORTNIGHTLY"));
    expect(startsOf(feed)).toEqual(["2026-01-15T10:00:00Z"]);
    expect(messagesOf(feed)[0]).toContain("“FREQ=FORTNIGHTLY” of this event cannot be read");
  });
});

test("an all-day series happens once a day, whatever hours its rule names", () => {
  const feed = readEvents(vevent("DTSTART;VALUE=DATE:20260603", "RRULE:FREQ=DAILY;BYHOUR=9,17;COUNT=4"));
  expect(startsOf(feed)).toEqual(["2026-06-03", "2026-06-04", "2026-06-05", "2026-06-06"]);
  const hourly = vevent("DTSTART;VALUE=DATE:20260603", "RRULE:FREQ=HOURLY;INTERVAL=12;COUNT=4");
  expect(startsOf(readEvents(hourly))).toEqual(["2026-06-03", "2026-06-04"]);
});
