import { expect, test } from "vitest";
import { eventValues, occurrenceValues } from "#app/domain/calendars/sync/occurrence-rows.ts";
import {
  type Known,
  type KnownEvent,
  type Occurrence,
  planReading,
} from "#app/domain/calendars/sync/plan.ts";
import { readEvents, vevent } from "#test/factories/calendars.ts";

const now = new Date("2026-04-14T09:00:00Z");
const to = new Date("2027-07-14T00:00:00Z");
const readAt = new Date("2026-04-14T08:45:00Z");
const weekly = (...lines: string[]) =>
  vevent("UID:weekly@x.example", "DTSTART:20260401T090000Z", "RRULE:FREQ=WEEKLY;COUNT=4", ...lines);

const stamps = { createdAt: readAt, updatedAt: readAt };
const eventDefaults = {
  ...{
    calendarId: "c",
    organisationId: null,
    serviceId: null,
    locationId: null,
    placeId: null,
    termId: null,
  },
  ...{ cost: "", givenTitle: null, sameAsId: null, feedSequence: 0, feedChangedAt: null },
};

/** The rows that a reading of these events would have made. */
function known(...said: string[][]): Known {
  const feed = readEvents(...said);
  const events = feed.events.map(
    (source): KnownEvent => ({
      ...{ ...eventDefaults, ...eventValues(source, null), ...stamps },
      id: source.uid,
    }),
  );
  const occurrences = feed.occurrences.map(
    (one): Occurrence => ({
      ...{ ...occurrenceValues(one), ...stamps, movedFrom: null },
      id: `${one.uid} ${one.recurrenceId}`,
      eventId: one.uid,
    }),
  );
  return { events, occurrences, readAt };
}

const plan = (before: Known, ...said: string[][]) => planReading(before, readEvents(...said), { now, to });
const daysOf = (changes: { before: Occurrence }[]) => changes.map(({ before }) => before.startsOn);
const nothing = { newEvents: [], changedEvents: [], added: [], changed: [], withdrawn: [], blanked: [] };

test("case 47: reading the same again plans nothing", () => {
  expect(plan(known(weekly()), weekly())).toMatchObject({ ...nothing, hiddenEvents: [], notices: [] });
});

test("case 41: a changed series changes what is to come and leaves the past as it was", () => {
  const { changed, added, withdrawn } = plan(
    known(weekly()),
    weekly("SUMMARY:New name", "LOCATION:The Forum"),
  );
  expect(daysOf(changed)).toEqual(["2026-04-15", "2026-04-22"]);
  expect([added, withdrawn]).toEqual([[], []]);
});

test("case 41: a series that moves to another hour brings no second past", () => {
  const moved = weekly().map((line) => line.replace("T090000Z", "T110000Z"));
  const { changed, added, withdrawn } = plan(known(weekly()), moved);
  expect(daysOf(changed)).toEqual(["2026-04-15", "2026-04-22"]);
  expect(changed.map(({ values }) => values.movedFrom)).toEqual([
    "2026-04-15T09:00:00Z",
    "2026-04-22T09:00:00Z",
  ]);
  expect([added, withdrawn]).toEqual([[], []]);
});

test("case 41: past dates that are gone stay, those to come are withdrawn", () => {
  const { withdrawn, loss } = plan(
    known(weekly()),
    vevent("UID:other@x.example", "DTSTART:20260601T090000Z"),
  );
  expect(daysOf(withdrawn)).toEqual(["2026-04-15", "2026-04-22"]);
  expect(loss).toEqual({ vanishing: 2, ofToCome: 2, given: 1 });
});

test("a past date that is put off until later moves", () => {
  const off = vevent("UID:weekly@x.example", "RECURRENCE-ID:20260408T090000Z", "DTSTART:20260506T090000Z");
  const { changed } = plan(known(weekly()), weekly(), off);
  expect(changed).toEqual([
    expect.objectContaining({
      before: expect.objectContaining({ startsOn: "2026-04-08" }),
      values: expect.objectContaining({
        startsOn: "2026-05-06",
        movedFrom: "2026-04-08T09:00:00Z",
        isDetached: true,
      }),
    }),
  ]);
});

test("a diary that was not read for a while brings what took place meanwhile; one read just now brings no other past", () => {
  const before = known(vevent("UID:weekly@x.example", "DTSTART:20260401T090000Z"));
  const extra = ["DTSTART:20260401T090000Z", "RDATE:20260410T090000Z"];
  const later = vevent("UID:weekly@x.example", ...extra);
  expect(plan({ ...before, readAt: new Date("2026-04-09T00:00:00Z") }, later).added).toHaveLength(1);
  expect(plan(before, later).added).toEqual([]);
});

test("a new event is listed with its past month", () => {
  expect(plan({ ...known(), readAt }, weekly()).added).toHaveLength(4);
});

test("case 43: a lower SEQUENCE is left alone with a notice, an equal or higher one counts", () => {
  const before = known(weekly("SEQUENCE:3"));
  const old = plan(before, weekly("SEQUENCE:2", "SUMMARY:Old"));
  expect(old).toMatchObject(nothing);
  expect(old.notices).toEqual([expect.objectContaining({ uid: "weekly@x.example" })]);
  expect(plan(before, weekly("SEQUENCE:3", "SUMMARY:New")).changed).toHaveLength(2);
  expect(plan(before, weekly("SEQUENCE:4", "SUMMARY:New")).changed).toHaveLength(2);
});

test("case 46: where most UIDs are new at each export, events are known again by time, title and place", () => {
  const named = (suffix: string) =>
    ["a", "b", "c", "d", "e"].map((name, at) =>
      vevent(`UID:${name}-${suffix}@x.example`, `DTSTART:2026060${at + 1}T090000Z`, `SUMMARY:${name}`),
    );
  const { newEvents, changedEvents, added, withdrawn, changed, notices } = plan(
    known(...named("1")),
    ...named("2"),
  );
  expect([newEvents, added, withdrawn, changed]).toEqual([[], [], [], []]);
  expect(
    changedEvents.map(({ before, values }) => [before.uid, values.uid, values.feedSequence]),
  ).toContainEqual(["a-1@x.example", "a-2@x.example", undefined]);
  expect(notices).toEqual([
    expect.objectContaining({ message: expect.stringContaining("5 were known again") }),
  ]);
});

test("case 46: one new UID among many is another event", () => {
  const days = ["01", "02", "03", "04", "05"];
  const events = (first: string) =>
    days.map((day, at) =>
      vevent(`UID:${at === 0 ? first : day}@x.example`, `DTSTART:202606${day}T090000Z`, `SUMMARY:${day}`),
    );
  const { newEvents, withdrawn } = plan(known(...events("one")), ...events("another"));
  expect([newEvents.length, withdrawn.length]).toEqual([1, 1]);
});

test("case 48: two events of one title and time at different venues are both kept", () => {
  const at = (venue: string) =>
    vevent(`UID:${venue}@x.example`, "DTSTART:20260601T090000Z", `LOCATION:${venue}`);
  expect(plan({ ...known(), readAt }, at("Forum"), at("Assembly House")).added).toHaveLength(2);
});

test("case 49: what comes without a title is held, and not held again once it was let go", () => {
  const untitled = vevent("UID:u@x.example", "DTSTART:20260601T090000Z", "SUMMARY:");
  expect(plan({ ...known(), readAt }, untitled).newEvents).toEqual([
    expect.objectContaining({ isHeld: true }),
  ]);
  const before = known(untitled);
  const letGo = { ...before, events: before.events.map((row) => ({ ...row, isHeld: false })) };
  expect(plan(letGo, untitled)).toMatchObject(nothing);
  const titled = plan(before, vevent("UID:u@x.example", "DTSTART:20260601T090000Z", "SUMMARY:Walk"));
  expect(titled.changedEvents[0]?.values).toMatchObject({ isHeld: false, summary: "Walk" });
});

test("a title that its keeper gave stays until the calendar gives one", () => {
  const untitled = vevent("UID:u@x.example", "DTSTART:20260601T090000Z", "SUMMARY:");
  const before = known(untitled);
  const named: Known = {
    ...before,
    events: before.events.map((row) => ({ ...row, isHeld: false, givenTitle: "Walk", summary: "Walk" })),
    occurrences: before.occurrences.map((row) => ({ ...row, summary: "Walk" })),
  };
  expect(plan(named, untitled)).toMatchObject(nothing);
});

test("our feeds hear of what a calendar should show: changes and called-off dates, not of the days rolling on", () => {
  const endless = vevent("UID:weekly@x.example", "DTSTART:20260401T090000Z", "RRULE:FREQ=WEEKLY");
  const all = known(endless);
  const shorter = { ...all, occurrences: all.occurrences.slice(0, 20) };
  const rolled = plan(shorter, endless);
  expect(rolled.added.length).toBeGreaterThan(10);
  expect(rolled.changedEvents).toEqual([]);
  const off = vevent(
    ...["UID:weekly@x.example", "RECURRENCE-ID:20260429T090000Z", "DTSTART:20260429T090000Z"],
    "STATUS:CANCELLED",
  );
  const called = plan(all, endless, off);
  expect(called.changed.map(({ values }) => [values.status, values.isDetached])).toEqual([
    ["cancelled", true],
  ]);
  expect(called.changedEvents.map(({ values }) => values)).toEqual([{ feedSequence: 1, feedChangedAt: now }]);
});

test("the names of a stored series come back in another order, which is no change", () => {
  const before = known(weekly());
  const turned = {
    ...before,
    events: before.events.map((row) => ({
      ...row,
      series: row.series && (Object.fromEntries(Object.entries(row.series).reverse()) as typeof row.series),
    })),
  };
  expect(before.events[0]?.series).not.toBeNull();
  expect(plan(turned, weekly()).changedEvents).toEqual([]);
});
