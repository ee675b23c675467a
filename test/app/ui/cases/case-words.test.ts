import { expect, test } from "vitest";
import { whoseTurn } from "#app/ui/cases/case-words.ts";

const at = { level: "lead", organisation: { name: "Shed" }, group: { name: "Norwich Network" } } as const;

test("a case is its asker's turn while a question is out, and its handlers' again once it is answered", () => {
  expect(whoseTurn({ ...at, state: "asked" })).toBe("With whoever raised it, to answer the question");
  expect(whoseTurn({ ...at, state: "open" })).toBe("With the lead of Norwich Network");
});
