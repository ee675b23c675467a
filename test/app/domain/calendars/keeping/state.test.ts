import { describe, expect, test } from "vitest";
import { stateOf, timeUntil } from "#app/domain/calendars/keeping/state.ts";

const at = new Date("2026-04-14T09:00:00Z");
const plain = {
  ...{ disconnectedAt: null, pausedAt: null, problem: null, isHeld: false },
  ...{ lastReadAt: at, lastOutcome: "unchanged" as const },
};

describe("how a calendar stands", () => {
  test.each([
    ["working", {}],
    ["new", { lastReadAt: null, lastOutcome: null }],
    ["held", { isHeld: true }],
    ["failing", { isHeld: true, problem: "It gave no answer." }],
    ["paused", { pausedAt: at, problem: "It gave no answer." }],
    ["disconnected", { disconnectedAt: at, pausedAt: at }],
  ] as const)("%s", (state, over) => expect(stateOf({ ...plain, ...over })).toBe(state));

  test.each([
    [-5, "within a minute"],
    [0.5, "within a minute"],
    [11.2, "in about 12 minutes"],
    [89, "in about 89 minutes"],
    [180, "in about 3 hours"],
    [4_320, "in about 3 days"],
  ])("%s minutes ahead is %s", (minutes, words) =>
    expect(timeUntil(new Date(at.getTime() + minutes * 60_000), at)).toBe(words),
  );
});
