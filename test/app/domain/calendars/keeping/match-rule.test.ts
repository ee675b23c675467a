import { describe, expect, test } from "vitest";
import { isMatch, isWholeRule, ruleInWords } from "#app/domain/calendars/keeping/match-rule.ts";

const board = { summary: "Norwich Place Board", categories: ["Board", "Open to all"] };

describe("which events are meetings", () => {
  test.each([
    ["all", "", true],
    ["category", "BOARD", true],
    ["category", "open to all", true],
    ["category", "open", false],
    ["title", "board NORWICH", true],
    ["title", "board norfolk", false],
  ] as const)("by %s “%s”: %s", (by, pattern, matches) =>
    expect(isMatch({ by, pattern }, board)).toBe(matches),
  );

  test("a rule is whole as the database wants it", () => {
    expect(isWholeRule({ by: "all", pattern: "" })).toBe(true);
    expect(isWholeRule({ by: "title", pattern: " " })).toBe(false);
    expect(isWholeRule({ by: "all", pattern: "board" })).toBe(false);
  });

  test("is said in words", () => {
    expect(ruleInWords({ by: "title", pattern: "place board" })).toBe(
      "Events whose title holds “place board”",
    );
  });
});
