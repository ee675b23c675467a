import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Differing } from "#app/domain/meetings/calendar/find-differing.server.ts";
import { AlsoHeldBy, Disagreements } from "#app/ui/meetings/disagreements.tsx";

const joint: Differing = {
  ...{ meetingId: "m", title: "Joint meeting", groups: ["HWB"] },
  here: { when: "Thursday 18 June 2026, 10am", location: "City Hall", status: "planned" },
  shown: { when: "Thursday 11 June 2026, 10am", location: "", status: "cancelled" },
};
const wordsOf = (differing: Differing[]) =>
  renderToStaticMarkup(<Disagreements differing={differing} />).replace(/<[^>]+>/g, "");

test("case 44: says what either calendar says of a joint meeting, and whose is shown", () => {
  const words = wordsOf([joint]);
  expect(words).toContain("1 meeting is shown as another calendar says");
  expect(words).toContain("This calendar: Thursday 18 June 2026, 10am, at City Hall");
  expect(words).toContain("Shown: Thursday 11 June 2026, 10am, cancelled (from the calendar of HWB)");
});

test("six are told of one by one, the rest is counted, and nothing is said where all agree", () => {
  const many = Array.from({ length: 8 }, (_, at) => ({ ...joint, meetingId: `m${at}` }));
  expect(wordsOf(many)).toContain("… and 2 more.");
  expect(wordsOf(many).match(/Joint meeting/g)).toHaveLength(6);
  expect(wordsOf([])).toBe("");
});

test("who else has its meetings is said by name and number, and left out where nobody has", () => {
  const of = (others: Parameters<typeof AlsoHeldBy>[0]["others"]) =>
    renderToStaticMarkup(<AlsoHeldBy others={others} />).replace(/<[^>]+>/g, "");
  expect(of([{ name: "ICP", slug: "icp", meetings: 1 }])).toContain("ICP: 1 meeting to come");
  expect(of([{ name: "ICP", slug: "icp", meetings: 12 }])).toContain("ICP: 12 meetings to come");
  expect(of([])).toBe("");
});
