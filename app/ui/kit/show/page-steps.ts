/** A page number, or a gap in the row of them. */
export type PageStep = number | "gap";

/** The first, the last, this one and its neighbours: 1 … 4 [5] 6 … 20. A gap never hides a single page. */
export function pageSteps(page: number, pageCount: number): PageStep[] {
  const near = new Set([1, pageCount, page - 1, page, page + 1]);
  const steps: PageStep[] = [];
  let last = 0;
  for (const number of [...near].filter((n) => n >= 1 && n <= pageCount).sort((a, b) => a - b)) {
    if (number - last === 2) steps.push(number - 1);
    else if (number - last > 2) steps.push("gap");
    steps.push(number);
    last = number;
  }
  return steps;
}
