import { expect, test } from "vitest";
import { meetingNews } from "#app/domain/meetings/following/letters.ts";
import type { ToldMeeting } from "#app/domain/meetings/following/news-in-words.ts";

const at = new Date("2026-05-12T09:00:00Z");
const meeting: ToldMeeting = {
  ...{ id: "1", title: "Dementia forum", bodies: ["Dementia forum"], what: "moved" },
  ...{ heldOn: "2026-05-12", startsAt: at, endsAt: null, location: "The Forum" },
  before: { heldOn: "2026-05-12", startsAt: at, location: "Castle Hall" },
};
const why = { groups: ["Dementia forum"], raisedAnItem: false };
const bodyOf = (told: ToldMeeting) => JSON.stringify(meetingNews([told], why).body);

test("what to do comes before how to have no more of these", () => {
  const letter = meetingNews([meeting], why);
  expect(letter.stop?.label).toBe("Stop or change these mails");
  expect(JSON.stringify(letter.body)).not.toContain("Stop or change");
});

test("another place is said with the one before", () => {
  expect(bodyOf(meeting)).toContain("but now at The Forum instead of Castle Hall.");
});

test("a place that is given no more is said plainly", () => {
  expect(bodyOf({ ...meeting, location: "" })).toContain(
    "but no longer at Castle Hall: where it is to be is not said yet.",
  );
});

test("a meeting that left a group says so in its subject", () => {
  const { subject } = meetingNews([{ ...meeting, what: "left", bodies: ["Carers forum"] }], why);
  expect(subject).toMatch(/^No longer with your group: Dementia forum, /);
});

const day = (number: number) => `2026-05-${String(number).padStart(2, "0")}`;
const monthly = (number: number, over: Partial<ToldMeeting> = {}): ToldMeeting => ({
  ...{ id: `m${number}`, title: "Network monthly", bodies: ["Place Board"], what: "withdrawn", before: null },
  ...{ heldOn: day(number), startsAt: new Date(`${day(number)}T09:00:00Z`), endsAt: null, location: "" },
  ...over,
});
const follows = { groups: ["Norwich Place Board"], raisedAnItem: false };

test("many dates of a series are one sentence with its dates, each the way to its meeting", () => {
  const letter = meetingNews([monthly(5), meeting, monthly(6), monthly(7)], follows);
  expect(letter.subject).toBe("Norwich Place Board: 4 meetings have changed");
  expect(letter.body).toEqual([
    "Network monthly (Place Board) is no longer in the organiser’s calendar on these 3 dates, so do not count on them:",
    {
      links: [
        { label: "Tuesday 5 May 2026, 10am", path: "/meetings/m5" },
        { label: "Wednesday 6 May 2026, 10am", path: "/meetings/m6" },
        { label: "Thursday 7 May 2026, 10am", path: "/meetings/m7" },
      ],
    },
    "Dementia forum has moved. It is still on Tuesday 12 May 2026, 10am, but now at The Forum instead of Castle Hall.",
    { link: { label: "See Dementia forum, Tuesday 12 May 2026", path: "/meetings/1" } },
  ]);
});

test("of a long series the first dozen dates are listed and the rest is counted", () => {
  const numbers = Array.from({ length: 14 }, (_, at) => at + 1);
  const off = numbers.map((number) => monthly(number, { what: "called off" }));
  const { body } = meetingNews(off, follows);
  expect(body[0]).toBe("Network monthly (Place Board) is cancelled on these 14 dates:");
  expect(body[1]).toMatchObject({ links: { length: 12 } });
  expect(body.slice(2)).toEqual(["And 2 more dates, which the group’s page lists."]);
});

test.for([
  [
    { before: { heldOn: day(1), startsAt: new Date(`${day(1)}T09:00:00Z`), location: "" } },
    ", instead of Friday 1 May 2026, 10am",
  ],
  [
    {
      location: "Hall",
      before: { heldOn: day(5), startsAt: new Date(`${day(5)}T09:00:00Z`), location: "Barn" },
    },
    ", at Hall instead of Barn",
  ],
  [
    { before: { heldOn: day(5), startsAt: new Date(`${day(5)}T09:00:00Z`), location: "Barn" } },
    ", at a place that is not said yet instead of Barn",
  ],
] as const)("each date of a series that moved says what it was before", ([over, ending]) => {
  const moved = { what: "moved", ...over } as const;
  const { body } = meetingNews([monthly(5, moved), monthly(5, { ...moved, id: "other" })], follows);
  expect(body[0]).toBe("Network monthly (Place Board) has moved on these 2 dates:");
  expect(body[1]).toMatchObject({ links: [{ label: `Tuesday 5 May 2026, 10am${ending}` }, {}] });
});

test.for([
  ["on again", "Network monthly (Place Board) will be held after all on these 2 dates:"],
  [
    "left",
    "Network monthly is no longer a meeting of the group you follow on these 2 dates. It is held by Place Board:",
  ],
] as const)("a series that is %s", ([what, words]) => {
  expect(meetingNews([monthly(5, { what }), monthly(6, { what })], follows).body[0]).toBe(words);
});

test("the subject names whose meetings they are, in a line that can be read", () => {
  const told = [monthly(5), monthly(6)];
  const subjectFor = (groups: string[]) => meetingNews(told, { groups, raisedAnItem: false }).subject;
  expect(subjectFor([])).toBe("Place Board: 2 meetings have changed");
  expect(subjectFor(["A", "B"])).toBe("A and B: 2 meetings have changed");
  expect(subjectFor(["A", "B", "C"])).toBe("A and 2 others: 2 meetings have changed");
});

test("whole days are days, and never midnight", () => {
  const away = { startsAt: new Date("2027-01-21T00:00:00Z"), endsAt: new Date("2027-01-22T00:00:00Z") };
  const letter = meetingNews(
    [
      monthly(5, {
        ...{ what: "moved", heldOn: "2027-01-21", ...away },
        before: { heldOn: "2027-01-14", startsAt: new Date("2027-01-14T00:00:00Z"), location: "" },
      }),
    ],
    follows,
  );
  expect(letter.subject).toBe("Moved: Network monthly, Thursday 21 January 2027");
  expect(letter.body).toEqual([
    "Network monthly (Place Board) has moved. It was to be on Thursday 14 January 2027. It is now on Thursday 21 January 2027, all day.",
  ]);
});
