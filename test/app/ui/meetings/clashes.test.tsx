import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Clash } from "#app/domain/meetings/clashes/clash-rules.ts";
import { Clashes } from "#app/ui/meetings/clashes.tsx";

const dates = (many: number): Clash[] =>
  Array.from({ length: many }, (_, at) => ({
    ...{ kind: "day off", isBankHoliday: false },
    meeting: { id: `m${at}`, title: "Forum", heldOn: `2026-06-${String(at + 6).padStart(2, "0")}` },
  }));
const markupOf = (many: number) => renderToStaticMarkup(<Clashes clashes={dates(many)} />);

test("the next three dates stand open, all later ones one press away", () => {
  const [open = "", folded = ""] = markupOf(15).split("<details");
  expect(open).toContain("15 dates to look at again");
  expect(open.match(/<li>/g)).toHaveLength(3);
  expect(folded).toContain("12 more");
  expect(folded.match(/<li>/g)).toHaveLength(12);
});

test("few stand open, and nothing is said where all is well", () => {
  expect(markupOf(3)).not.toContain("<details");
  expect(markupOf(4)).toContain("One more");
  expect(markupOf(0)).toBe("");
});
