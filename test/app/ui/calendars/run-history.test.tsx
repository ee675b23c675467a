import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { Run } from "#app/domain/calendars/keeping/show-kept.server.ts";
import { RunHistory } from "#app/ui/calendars/run-history.tsx";

const run = (over: Partial<Run>): Run => ({
  ...{ id: "1", at: "2026-04-14T09:00:00.000Z", trigger: "clock", outcome: "changed", ends: null },
  ...{ added: 0, changed: 0, withdrawn: 0, notices: 0, leftOut: {}, problem: null, ...over },
});

/** The cells of each row, as they are read, and what stands below. */
function wordsOf(runs: Run[], over: { quietRuns?: number; isOfGroups?: boolean; isFile?: boolean } = {}) {
  const html = renderToStaticMarkup(
    <RunHistory runs={runs} quietRuns={0} isOfGroups isFile={false} {...over} />,
  );
  return html
    .replaceAll(/<\/(td|th|p|caption)>/g, " | ")
    .replaceAll(/<[^>]*>/g, "")
    .trim();
}

describe("the history of a calendar", () => {
  test("says how many meetings came, and which dates are none", () => {
    const leftOut = { unmatched: 2, untitled: 1, private: 3, vtodo: 1 };
    expect(wordsOf([run({ added: 17, changed: 1, leftOut, notices: 1 })])).toContain(
      "Meetings: 17 new, 1 changed; 1 notice; left out: 2 dates that no rule takes, 1 date without a title, 3 private, 1 task",
    );
    expect(wordsOf([run({ withdrawn: 2 })], { isOfGroups: false })).toContain("Dates: 2 withdrawn");
  });

  test.for([
    [{ outcome: "unchanged", ends: "failed" }, "Works again, nothing new"],
    [{ outcome: "changed", ends: "failed" }, "Works again, with changes"],
    [{ outcome: "unchanged", ends: "held" }, "No longer held: it says again what it said before"],
    [{ outcome: "changed", ends: "held" }, "No longer held: read, with changes"],
    [{ outcome: "changed", ends: null }, "Read, with changes"],
  ] as const)("%j is “%s”", ([over, words]) => {
    expect(wordsOf([run(over)])).toContain(`| ${words} |`);
  });

  test("counts what was read since, but of a file, which nobody reads again", () => {
    expect(wordsOf([run({})], { quietRuns: 5 })).toContain("Since then it was read 5 times more");
    expect(wordsOf([run({})], { quietRuns: 5, isFile: true })).not.toContain("Since then");
  });
});
