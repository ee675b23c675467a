import { expect, test } from "vitest";
import { type Kept, keeperLinks, nextStep } from "#app/ui/opportunities/keeping.ts";

const kept = (over: Partial<Kept>): Kept => ({
  ...{ slug: "driver", state: "live", stateNote: "", closesAt: null, isClosed: false, restorableUntil: null },
  ...over,
});

const labels = (over: Partial<Kept>) => keeperLinks(kept(over)).map(({ label }) => label);

test("what a keeper may do follows the state", () => {
  expect(labels({ state: "draft" })[0]).toBe("Preview and publish");
  expect(labels({ state: "waiting" })).not.toContain("Preview and publish");
  expect(labels({ state: "live" })).toContain("Close for now");
  expect(labels({ state: "live", isClosed: true })[0]).toBe("Copy");
  expect(labels({ state: "temporarily-closed" })[0]).toBe("Open it again");
  expect(labels({ state: "archived", restorableUntil: "2026-05-14T09:00:00Z" })[0]).toBe("Put back");
  expect(labels({ state: "archived" })).not.toContain("Put back");
});

test("a keeper reads why it was declined, and until when it can be put back", () => {
  const now = "2026-04-14T09:00:00Z";
  expect(nextStep(kept({ state: "draft", stateNote: "Say who pays." }), now)).toContain("Say who pays.");
  const archived = kept({ state: "archived", restorableUntil: "2026-05-14T09:00:00Z" });
  expect(nextStep(archived, now)).toContain("Thursday 14 May 2026");
});
