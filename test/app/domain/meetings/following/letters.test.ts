import { expect, test } from "vitest";
import { meetingNews, type ToldMeeting } from "#app/domain/meetings/following/letters.ts";

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
