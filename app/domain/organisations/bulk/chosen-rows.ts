import * as v from "valibot";

/** "2-4, 7" as a test of row numbers; null where it says something else. */
export function readRanges(text: string): ((row: number) => boolean) | null {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  const ranges = parts.map((part) => /^(\d{1,6})(?:[-–](\d{1,6}))?$/.exec(part));
  if (ranges.length === 0 || ranges.some((range) => range === null)) return null;
  const pairs = ranges.map((range) => [Number(range?.[1]), Number(range?.[2] ?? range?.[1])] as const);
  if (pairs.some(([from, to]) => to < from)) return null;
  return (row) => pairs.some(([from, to]) => row >= from && row <= to);
}

const message = "Write row numbers and ranges, like 2-40, 57";

/** Which of the good rows to write. */
export const ChosenRows = v.pipe(
  v.object({
    which: v.optional(v.picklist(["all", "not-likely", "chosen"], "Choose which rows to write")),
    rows: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(5000, "That is too long a list of rows")), ""),
  }),
  v.check(({ which }) => which !== undefined, "Choose which rows to write"),
  v.forward(
    v.check(({ which, rows }) => which !== "chosen" || readRanges(rows) !== null, message),
    ["rows"],
  ),
);
export type ChosenRowsInput = v.InferOutput<typeof ChosenRows>;

/** The chosen ones among rows: a likely duplicate is left out only where that was asked. */
export function isChosen({ which, rows }: ChosenRowsInput, isLikely: (row: number) => boolean) {
  if (which === "not-likely") return (row: number) => !isLikely(row);
  if (which === "chosen") return readRanges(rows) ?? (() => false);
  return () => true;
}
