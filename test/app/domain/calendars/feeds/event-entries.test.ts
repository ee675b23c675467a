import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entriesOf, type FeedDate, type FeedEvent } from "#app/domain/calendars/feeds/event-entries.ts";
import { feedOf } from "#app/domain/calendars/feeds/feed.ts";
import { veventOf } from "#app/domain/calendars/feeds/vevent.ts";
import { type FeedOccurrence, readFeed } from "#app/domain/calendars/ics.ts";
import { expandRule } from "#app/domain/calendars/recurrence.ts";
import { readRule } from "#app/domain/calendars/rules/repeat-rule.ts";
import { instantOf, isoDate, isoInstant, wallOf, zoneNamed } from "#app/domain/calendars/time-zone.ts";
import type { SeriesParts } from "#db/schema/calendars.ts";

const london = zoneNamed("Europe/London");
if (!london) throw new Error("London has a zone");
const id = "5b0c1a52-2d0e-4d5f-9a55-8d2a4c1f2b3e";
const dayMs = 86_400_000;
const options = {
  page: (date: string) => `https://assembly.example/events/${date}`,
  today: "2026-04-14",
  calledOffSince: "2026-03-15",
};

function eventOf(over: Partial<FeedEvent>): FeedEvent {
  return {
    ...{
      id,
      calendarId: null,
      isRead: true,
      summary: "Friday café",
      description: "Tea; coffee, and \\ cake",
      cost: "",
    },
    ...{
      organisation: "The Long Table",
      location: "Hall",
      isAddressHidden: false,
      place: null,
      position: null,
    },
    ...{ onlineUrl: null, categories: [], rrule: null, series: null, sequence: 0, dates: [] },
    ...{ createdAt: new Date("2026-01-01T00:00:00Z"), changedAt: new Date("2026-02-01T00:00:00Z") },
    ...over,
  };
}

let made = 0;
function timed(slot: string, over: Partial<FeedDate> = {}): FeedDate {
  made += 1;
  const startsAt = over.startsAt ?? new Date(slot);
  const startsOn = isoDate(wallOf(startsAt.getTime(), london as NonNullable<typeof london>));
  return {
    ...{
      id: `date-${made}`,
      recurrenceId: slot,
      allDay: false,
      timeZone: "Europe/London",
      status: "confirmed",
    },
    ...{ startsAt, endsAt: new Date(startsAt.getTime() + 5_400_000), startsOn, endsOn: startsOn },
    ...{ summary: "Friday café", location: "Hall", onlineUrl: null },
    ...over,
  };
}

const textOf = (event: FeedEvent) =>
  feedOf(
    { name: "Feed", url: "https://assembly.example/x.ics" },
    entriesOf(event, options).map((entry) => veventOf(entry)),
  );
const unfolded = (event: FeedEvent) => textOf(event).replace(/\r\n[ \t]/g, "");
const linesOf = (event: FeedEvent) =>
  textOf(event)
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n");
const reach = { from: new Date("2025-01-01"), to: new Date("2029-01-01") };
const read = (event: FeedEvent, within = reach): FeedOccurrence[] =>
  readFeed(textOf(event), within).occurrences;

const weekly: SeriesParts = {
  ...{
    start: "2026-03-13T10:00:00",
    timeZone: "Europe/London",
    duration: "PT90M",
    rules: ["FREQ=WEEKLY;COUNT=8"],
  },
  ...{ exceptRules: [], added: [], removed: [] },
};
// Fridays at ten on the wall: the clocks change on 29 March
const slots = [
  ...["2026-03-13T10:00:00Z", "2026-03-20T10:00:00Z", "2026-03-27T10:00:00Z", "2026-04-03T09:00:00Z"],
  ...["2026-04-10T09:00:00Z", "2026-04-17T09:00:00Z", "2026-04-24T09:00:00Z", "2026-05-01T09:00:00Z"],
] as const;

describe("case 73: a series with moved, called-off and withdrawn dates", () => {
  const moved = new Date("2026-04-18T13:00:00Z");
  const event = eventOf({
    ...{ series: weekly, rrule: "FREQ=WEEKLY;COUNT=8", sequence: 4 },
    dates: [
      ...slots.slice(0, 4).map((slot) => timed(slot)),
      timed(slots[4], { status: "withdrawn" }),
      timed(slots[5], {
        startsAt: moved,
        endsAt: new Date(moved.getTime() + 5_400_000),
        isDetached: true,
      } as never),
      timed(slots[6], { status: "cancelled" }),
      timed(slots[7], { summary: "Quiz night" }),
    ],
  });

  test("stays a series: one UID, its rule, what is out, and each date that says something of its own", () => {
    const lines = linesOf(event);
    expect(lines.filter((line) => line.startsWith("UID:"))).toEqual(
      Array(4).fill(`UID:${id}@events.assembly`),
    );
    expect(lines).toContain("DTSTART;TZID=Europe/London:20260313T100000");
    expect(lines).toContain("DURATION:PT90M");
    expect(lines).toContain("RRULE:FREQ=WEEKLY;COUNT=8");
    expect(lines).toContain("EXDATE;TZID=Europe/London:20260410T100000");
    expect(lines.filter((line) => line.startsWith("RECURRENCE-ID"))).toEqual([
      "RECURRENCE-ID;TZID=Europe/London:20260417T100000",
      "RECURRENCE-ID;TZID=Europe/London:20260424T100000",
      "RECURRENCE-ID;TZID=Europe/London:20260501T100000",
    ]);
    expect(lines).toContain("SUMMARY:CANCELLED: Friday café");
    expect(new Set(lines.filter((line) => line.startsWith("SEQUENCE")))).toEqual(new Set(["SEQUENCE:4"]));
    expect(lines.filter((line) => line === "DTSTAMP:20260201T000000Z")).toHaveLength(4);
    expect(lines.filter((line) => line === "LAST-MODIFIED:20260201T000000Z")).toHaveLength(4);
  });

  test("is read back as the dates of the page", () => {
    expect(read(event).map(({ start, status, summary }) => [start, status, summary])).toEqual([
      ...slots.slice(0, 4).map((slot) => [slot, "confirmed", "Friday café"]),
      ["2026-04-18T13:00:00Z", "confirmed", "Friday café"],
      [slots[6], "cancelled", "CANCELLED: Friday café"],
      [slots[7], "confirmed", "Quiz night"],
    ]);
  });
});

describe("a series of a diary that nobody vouches for any more", () => {
  const endless = { ...weekly, rules: ["FREQ=WEEKLY"] };
  const dates = slots.map((slot) => timed(slot));
  const lastOf = (event: FeedEvent) => read(event).at(-1)?.start;
  const gone = slots.map((slot, at) => timed(slot, at < 4 ? {} : { status: "withdrawn" }));
  test.each<[string, Partial<FeedEvent>, string]>([
    ["that is paused or disconnected", { calendarId: id, isRead: false, dates }, slots[7]],
    ["that has it no more", { calendarId: id, dates: gone }, slots[3]],
    ["goes on where it is read", { calendarId: id, dates }, "2028-12-29T10:00:00Z"],
    ["goes on where it was typed in", { isRead: false, dates }, "2028-12-29T10:00:00Z"],
  ])("ends with the last known date, in one %s", (_, over, last) => {
    expect(lastOf(eventOf({ series: endless, rrule: "FREQ=WEEKLY", ...over }))).toBe(last);
  });
});

describe("case 76: dates of a series that were called off", () => {
  const off = (slot: string) => timed(slot, { status: "cancelled" });
  test("are told of for 30 days, and then left out", () => {
    const dates = [off(slots[0]), off(slots[1]), ...slots.slice(2).map((slot) => timed(slot))];
    const lines = linesOf(eventOf({ series: weekly, dates }));
    expect(lines).toContain("EXDATE;TZID=Europe/London:20260313T100000");
    expect(lines).toContain("RECURRENCE-ID;TZID=Europe/London:20260320T100000");
  });

  test("are one called-off series where all of them are", () => {
    const lines = linesOf(eventOf({ series: weekly, dates: slots.map(off) }));
    expect(lines.filter((line) => line.startsWith("STATUS"))).toEqual(["STATUS:CANCELLED"]);
    expect(lines).toContain("SUMMARY:CANCELLED: Friday café");
  });
});

describe("without a series", () => {
  test("each date stands by itself, under a UID of its own; a single event under the event's", () => {
    const several = eventOf({ calendarId: id, dates: slots.slice(0, 2).map((slot) => timed(slot)) });
    const uids = linesOf(several).filter((line) => line.startsWith("UID"));
    expect(new Set(uids).size).toBe(2);
    expect(uids.every((uid) => uid.endsWith("@events.assembly"))).toBe(true);
    const single = eventOf({ dates: [timed("2026-05-01T09:00:00Z", { recurrenceId: "" })] });
    expect(linesOf(single)).toContain(`UID:${id}@events.assembly`);
  });

  test("withdrawn ones are not there", () => {
    const dates = [timed(slots[5], { recurrenceId: "", status: "withdrawn" })];
    expect(entriesOf(eventOf({ dates }), options)).toEqual([]);
  });

  test("a time without an end has no length; a day without one is one day", () => {
    const open = timed("2026-05-01T09:00:00Z", { recurrenceId: "", endsAt: null });
    expect(textOf(eventOf({ dates: [open] }))).not.toMatch(/^(DTEND|DURATION)/m);
    const day = { recurrenceId: "", allDay: true, startsAt: null, endsAt: null } as const;
    const whole = timed("2026-05-01T09:00:00Z", { ...day, startsOn: "2026-05-01", endsOn: "2026-05-03" });
    expect(linesOf(eventOf({ dates: [whole] }))).toEqual(
      expect.arrayContaining(["DTSTART;VALUE=DATE:20260501", "DTEND;VALUE=DATE:20260503"]),
    );
  });
});

describe("what is nobody's to know", () => {
  test("a hidden address leaves neither words nor a point on the map", () => {
    const event = eventOf({
      ...{ isAddressHidden: true, position: { latitude: 52.6, longitude: 1.3 } },
      dates: [timed("2026-05-01T09:00:00Z", { recurrenceId: "" })],
    });
    expect(textOf(event)).not.toMatch(/Hall|GEO/);
    expect(textOf({ ...event, isAddressHidden: false })).toMatch(/LOCATION:Hall[\s\S]*GEO:52.6;1.3/);
  });

  test("a pass-code is in no link and no words", () => {
    const onlineUrl = "https://zoom.us/j/123?pwd=s3cret";
    const date = timed("2026-05-01T09:00:00Z", { recurrenceId: "", onlineUrl });
    const text = unfolded(eventOf({ description: "Join us\nPasscode: 4711", dates: [date] }));
    expect(text).toContain("https://zoom.us/j/123");
    expect(text).not.toMatch(/s3cret|4711/);
  });
});

test("case 52: text is escaped once on its way out", () => {
  const date = timed("2026-05-01T09:00:00Z", { recurrenceId: "" });
  const event = eventOf({ dates: [date] });
  expect(textOf(event).replace(/\r\n /g, "")).toContain(
    "DESCRIPTION:Tea\\; coffee\\, and \\\\ cake\\nPut on by",
  );
  expect(read(event)[0]?.description).toContain("Tea; coffee, and \\ cake\nPut on by The Long Table");
});

test("case 74: every zone that is used comes with its rules", () => {
  const at = (zone: string) => timed("2026-05-01T09:00:00Z", { recurrenceId: `${zone}`, timeZone: zone });
  const dates = ["Europe/London", "America/New_York", "Asia/Kolkata"].map(at);
  const lines = linesOf(eventOf({ calendarId: id, dates }));
  expect(lines.filter((line) => line.startsWith("TZID:"))).toEqual([
    "TZID:America/New_York",
    "TZID:Asia/Kolkata",
    "TZID:Europe/London",
  ]);
  expect(lines).toContain("DTSTART;TZID=America/New_York:20260501T050000");
});

describe("any series", () => {
  const rules = [
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=MONTHLY;BYMONTHDAY=31",
  ];
  const generated = fc.record({
    rule: fc.constantFrom(...rules),
    first: fc.integer({ min: 0, max: 500 }),
    minutes: fc.integer({ min: 0, max: 23 * 4 }).filter((quarter) => quarter < 4 || quarter > 12),
    allDay: fc.boolean(),
    fates: fc.array(fc.constantFrom("same", "moved", "renamed", "cancelled", "withdrawn"), {
      minLength: 30,
      maxLength: 30,
    }),
  });

  test("is read back by our own reader as the very dates that went out", () => {
    fc.assert(
      fc.property(generated, ({ rule, first, minutes, allDay, fates }) => {
        const event = generatedEvent(rule, { first, minutes, allDay }, fates);
        const expected = event.dates
          .filter(({ status }) => status !== "withdrawn")
          .map(({ startsAt, startsOn, status, summary }) =>
            [
              startsAt ? isoInstant(startsAt.getTime()) : startsOn,
              status,
              status === "cancelled" ? `CANCELLED: ${summary}` : summary,
            ].join(" "),
          );
        const last = event.dates.map(({ recurrenceId }) => Date.parse(recurrenceId)).at(-1) ?? 0;
        const found = read(event, { from: new Date("2025-12-01"), to: new Date(last + 10 * dayMs) })
          // The rule goes on beyond the dates that are known
          .filter(({ recurrenceId }) => recurrenceId === null || Date.parse(recurrenceId) <= last)
          .map(({ start, status, summary }) => [start, status, summary].join(" "));
        expect(found.toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 60 },
    );
  });
});

type Fate = "same" | "moved" | "renamed" | "cancelled" | "withdrawn";

function generatedEvent(
  rule: string,
  { first, minutes, allDay }: { first: number; minutes: number; allDay: boolean },
  fates: Fate[],
): FeedEvent {
  const begin = Date.parse("2026-04-14") + first * dayMs + (allDay ? 0 : minutes * 900_000);
  const known = readRule(rule, allDay);
  if (!known) throw new Error("The rule cannot be read");
  const stretch = { start: begin, from: begin, to: begin + 400 * dayMs, until: null, limit: 1000 };
  const found = expandRule(known, stretch, { steps: 50_000 });
  const walls = "starts" in found ? found.starts.slice(0, fates.length) : [];
  const dates = walls.map((wall, at) => dateOf(wall, allDay, fates[at] ?? "same"));
  const start = new Date(begin).toISOString().slice(0, allDay ? 10 : 19);
  const timeZone = allDay ? null : "Europe/London";
  const series = {
    start,
    timeZone,
    duration: allDay ? "P1D" : "PT90M",
    rules: [rule],
    exceptRules: [],
    added: [],
    removed: [],
  };
  return eventOf({ series, rrule: rule, dates });
}

function dateOf(wall: number, allDay: boolean, fate: Fate): FeedDate {
  const status = fate === "cancelled" || fate === "withdrawn" ? fate : "confirmed";
  const summary = fate === "renamed" ? "Renamed" : "Friday café";
  if (allDay) {
    const shift = fate === "moved" ? dayMs : 0;
    const [startsOn, endsOn] = [isoDate(wall + shift), isoDate(wall + shift + dayMs)];
    return timed(isoDate(wall), {
      allDay: true,
      startsAt: null,
      endsAt: null,
      startsOn,
      endsOn,
      status,
      summary,
    });
  }
  const { instant } = instantOf(wall, london as NonNullable<typeof london>);
  const startsAt = new Date(instant + (fate === "moved" ? 3 * 3_600_000 : 0));
  return timed(isoInstant(instant), {
    startsAt,
    endsAt: new Date(startsAt.getTime() + 5_400_000),
    status,
    summary,
  });
}
