import { describe, expect, test } from "vitest";
import { previewOf } from "#app/domain/calendars/doctor/preview.ts";
import { calendar, read, vevent } from "#test/factories/calendars.ts";

const now = new Date("2026-04-14T09:00:00Z");
const all = { by: "all", pattern: "" } as const;
const window = { from: new Date("2026-03-14T00:00:00Z"), to: new Date("2027-07-14T00:00:00Z") };

describe("what would come in", () => {
  const feed = read(
    calendar(
      "X-WR-CALNAME:Diary",
      vevent("UID:past", "DTSTART:20260401T090000Z"),
      vevent("UID:running", "DTSTART:20260413T090000Z", "DTEND:20260415T090000Z", "SUMMARY:Fair"),
      vevent(
        "UID:soon",
        "DTSTART:20260420T090000Z",
        "CATEGORIES:Board,Public",
        "SUMMARY:Place Board",
        "LOCATION:Hall",
      ),
      vevent("UID:day", "DTSTART;VALUE=DATE:20260501", "SUMMARY:Open day", "STATUS:TENTATIVE"),
      vevent("UID:off", "DTSTART:20260502T090000Z", "SUMMARY:Called off", "STATUS:CANCELLED"),
      vevent("UID:blank", "DTSTART:20260503T090000Z", "SUMMARY:"),
      vevent("UID:late", "DTSTART:20261201T090000Z", "SUMMARY:Far off"),
      vevent("UID:own", "DTSTART:20260421T090000Z", "SUMMARY:Dentist", "CLASS:PRIVATE"),
      ["BEGIN:VTODO", "UID:task", "SUMMARY:Buy milk", "END:VTODO"],
    ),
    window,
  );
  const preview = previewOf(feed, now, all);

  test("is the next month, in order, with its marks", () => {
    expect(preview.lines.map(({ title, allDay, status, fate }) => [title, allDay, status, fate])).toEqual([
      ["Fair", false, "confirmed", "taken"],
      ["Place Board", false, "confirmed", "taken"],
      ["Open day", true, "tentative", "taken"],
      ["Called off", false, "cancelled", "taken"],
      ["Untitled event", false, "confirmed", "untitled"],
    ]);
  });

  test("counts all that is to come, until when, and what is over", () => {
    expect(preview).toMatchObject({
      name: "Diary",
      toCome: 6,
      events: 6,
      until: "2026-12-01T09:00:00Z",
      past: 1,
      fates: { taken: 6, unmatched: 0, untitled: 1 },
    });
  });

  test("says how much stays outside, and nothing of what it is", () => {
    expect(preview.leftOut).toEqual([
      { count: 1, what: "Events marked as private" },
      { count: 1, what: "Tasks" },
    ]);
    expect(JSON.stringify(preview)).not.toContain("Dentist");
  });

  test("says how many a rule would take, and which", () => {
    const { fates, past, lines, categories } = previewOf(feed, now, { by: "category", pattern: "board" });
    expect([fates, past]).toEqual([{ taken: 1, unmatched: 5, untitled: 1 }, 0]);
    expect(lines.filter(({ fate }) => fate === "taken").map(({ title }) => title)).toEqual(["Place Board"]);
    expect(categories).toEqual(["Board", "Public"]);
  });

  test.each(["event", "untitled event", "board"])(
    "case 49: what has no title waits for one, and no rule for titles decides on it before (%s)",
    (pattern) => {
      const { fates, lines } = previewOf(feed, now, { by: "title", pattern });
      expect(fates.untitled).toBe(1);
      expect(lines.at(-1)).toMatchObject({ title: "Untitled event", fate: "untitled" });
    },
  );

  test("counts the dates of a series, and the series once", () => {
    const weekly = read(
      calendar(vevent("UID:w", "DTSTART:20260414T180000Z", "RRULE:FREQ=WEEKLY;COUNT=6")),
      window,
    );
    expect(previewOf(weekly, now, all)).toMatchObject({ events: 1, toCome: 6 });
  });

  test("shortens a title and a place that are a page each", () => {
    const long = `LOCATION:The Forum ${"left then right ".repeat(50)}`;
    const title = `SUMMARY:Place Board ${"and much more ".repeat(50)}`;
    const [line] = previewOf(
      read(calendar(vevent("DTSTART:20260420T090000Z", long, title)), window),
      now,
      all,
    ).lines;
    expect(line?.location).toMatch(/^The Forum left .*…$/);
    expect(line?.location.length).toBeLessThanOrEqual(121);
    expect(line?.title).toMatch(/^Place Board and .*…$/);
  });

  test("shows what comes next where the next month has nothing", () => {
    const far = read(calendar(vevent("UID:late", "DTSTART:20261201T090000Z", "SUMMARY:Far off")), window);
    expect(previewOf(far, now, all)).toMatchObject({ isNextMonth: false, lines: [{ title: "Far off" }] });
  });

  test("of many dates lists no more than a person would read", () => {
    const daily = read(
      calendar(vevent("UID:d", "DTSTART:20260414T180000Z", "RRULE:FREQ=DAILY;BYHOUR=8,18")),
      window,
    );
    const { lines, more } = previewOf(daily, now, all);
    expect(lines.length).toBe(30);
    expect(more).toBeGreaterThan(20);
  });
});
