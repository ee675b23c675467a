import { describe, expect, test } from "vitest";
import type { FeedEntry } from "#app/domain/calendars/feeds/feed-entry.ts";
import { endedAt, slotsOf, startOf } from "#app/domain/calendars/feeds/series-slots.ts";
import type { SeriesParts } from "#db/schema/calendars.ts";

const weekly: SeriesParts = {
  ...{ start: "2026-10-07T10:00:00", timeZone: "Europe/London", duration: "PT2H", rules: ["FREQ=WEEKLY"] },
  ...{ exceptRules: [], added: [], removed: [] },
};
const days: SeriesParts = { ...weekly, start: "2026-10-07", timeZone: null, duration: "P1D" };

function slots(parts: SeriesParts, known: string[]): string[] {
  const master: FeedEntry = {
    ...{ uid: "x@meetings.assembly", sequence: 0, title: "Network", status: "confirmed", location: "" },
    ...{ description: "", url: "https://assembly.example/groups/x", categories: [] },
    ...{ createdAt: new Date(0), changedAt: new Date(0), when: startOf(parts), series: parts },
  };
  return [...slotsOf(master, known).keys()].toSorted();
}

describe("a series that ends with a slot", () => {
  const last = "2026-10-28T10:00:00Z";
  const upTo = ["2026-10-07T09:00:00Z", "2026-10-14T09:00:00Z", "2026-10-21T09:00:00Z", last];
  test.each<[string, Partial<SeriesParts>, string]>([
    ["has an UNTIL", {}, "FREQ=WEEKLY;UNTIL=20261028T100000Z"],
    [
      "has it in place of COUNT",
      { rules: ["FREQ=WEEKLY;COUNT=99;BYDAY=WE"] },
      "FREQ=WEEKLY;BYDAY=WE;UNTIL=20261028T100000Z",
    ],
    [
      "and of a later UNTIL",
      { rules: ["FREQ=WEEKLY;UNTIL=20271231T100000Z"] },
      "FREQ=WEEKLY;UNTIL=20261028T100000Z",
    ],
  ])("%s", (_, over, rule) => {
    const ended = endedAt({ ...weekly, ...over }, last);
    expect(ended.rules).toEqual([rule]);
    expect(slots(ended, [...upTo, "2027-10-01T09:00:00Z"])).toEqual(upTo);
  });

  test("keeps an UNTIL that is earlier", () => {
    const rules = ["FREQ=WEEKLY;UNTIL=20261020T000000Z"];
    expect(endedAt({ ...weekly, rules }, last).rules).toEqual(rules);
  });

  test("of days ends with a day", () => {
    const ended = endedAt(days, "2026-10-21");
    expect(ended.rules).toEqual(["FREQ=WEEKLY;UNTIL=20261021"]);
    expect(slots(ended, ["2026-10-07", "2027-10-01"])).toEqual(["2026-10-07", "2026-10-14", "2026-10-21"]);
  });

  test("has no later date put in or taken out", () => {
    const at = ["2026-10-20T09:00:00Z", "2026-12-20T09:00:00Z/PT1H"];
    expect(endedAt({ ...weekly, added: at, removed: at }, last)).toMatchObject({
      added: ["2026-10-20T09:00:00Z"],
      removed: ["2026-10-20T09:00:00Z"],
    });
  });
});
