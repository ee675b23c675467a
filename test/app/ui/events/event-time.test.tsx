import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { EventTime } from "#app/ui/events/event-time.tsx";
import { timeInWords } from "#app/ui/events/when.ts";

const wordsOf = (element: React.ReactNode) => renderToStaticMarkup(element).replace(/<[^>]+>/g, "");

describe("case 13: what is timed and names no end", () => {
  const open = { start: "2026-07-07T09:00:00Z", end: null, allDay: false };

  test("case 13: says so on its own page", () => {
    expect(wordsOf(<EventTime happening={open} inFull />)).toBe(
      "Tuesday 7 July 2026, 10am, end time not given",
    );
  });

  test("case 13: is its start alone in lists", () => {
    expect(wordsOf(<EventTime happening={open} />)).toBe("Tuesday 7 July 2026, 10am");
    expect(timeInWords(open, "2026-07-07")).toBe("10am");
  });

  test("case 13: is not what lasts all day, nor what ends", () => {
    const day = { start: "2026-07-07", end: null, allDay: true };
    expect(wordsOf(<EventTime happening={day} inFull />)).toBe("Tuesday 7 July 2026");
    const lesson = { ...open, end: "2026-07-07T11:00:00Z" };
    expect(wordsOf(<EventTime happening={lesson} inFull />)).toBe("Tuesday 7 July 2026, 10am to midday");
  });
});
