import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Meeting } from "#app/domain/meetings/find.server.ts";
import { MeetingFacts } from "#app/ui/meetings/meeting-facts.tsx";

const board: Meeting = {
  ...{ id: "m", title: "Place board", kind: "ordinary", status: "planned", heldOn: "2026-07-07" },
  ...{ start: "2026-07-07T09:00:00Z", end: null, timeZone: "Europe/London", movedFrom: null, endedAt: null },
  ...{ onRiseOf: null, location: "", onlineUrl: null, accessNotes: "", isPublic: true },
  ...{ agendaState: "none", groups: [] },
};
const wordsOf = (over: Partial<Meeting>) =>
  renderToStaticMarkup(<MeetingFacts meeting={{ ...board, ...over }} />).replace(/<[^>]+>/g, " ");

test("case 13: a meeting that names no end says so, until it has ended", () => {
  expect(wordsOf({})).toMatch(/10am\s*, end time not given/);
  expect(wordsOf({ end: "2026-07-07T11:00:00Z" })).toMatch(/10am to midday/);
  for (const over of [
    { end: "2026-07-07T11:00:00Z" },
    { endedAt: "2026-07-07T10:30:00Z" },
    { start: null, onRiseOf: { id: "n", title: "Forum" } },
  ]) {
    expect(wordsOf(over)).not.toContain("not given");
  }
});

test("case 11: a meeting of whole days says so, and no midnight", () => {
  const day = { start: "2026-07-06T23:00:00Z", end: "2026-07-07T23:00:00Z" };
  expect(wordsOf(day)).toContain("All day");
  expect(wordsOf(day)).not.toContain("midnight");
  expect(wordsOf({ ...day, end: "2026-07-08T23:00:00Z" })).toContain("All day, until Wednesday 8 July 2026");
});
