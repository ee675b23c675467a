import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { formValues } from "#app/domain/services/input/form-values.ts";
import { dayCodes, rhythms } from "#app/domain/services/input/hours-row.ts";
import { WhenInput } from "#app/domain/services/input/when-input.ts";

const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
const clock = (at: number) =>
  `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;

/** A row as somebody may fill it in: any days, rhythm and times, from some day on. */
const row = fc.record({
  days: fc.subarray([...dayCodes], { minLength: 1 }),
  every: fc.constantFrom(...Object.keys(rhythms)),
  opens: fc.option(minutes.map(clock), { nil: "" }),
  closes: fc.option(minutes.map(clock), { nil: "" }),
  from: fc.constantFrom("2026-04-07", "2026-10-01"),
});

test("whatever rows are taken, they read back as they were written, each kept in a row of the form", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const typed = Object.fromEntries(
        rows.flatMap(({ days, ...rest }, at) =>
          Object.entries({ ...rest, days: days.join(",") }).map(([part, text]) => [
            `hours-${at}-${part}`,
            text,
          ]),
        ),
      );
      const read = v.safeParse(WhenInput, typed);
      if (!read.success) return;
      const values = formValues("when", read.output);
      expect(Object.keys(values).filter((key) => key.startsWith("kept"))).toEqual([]);
      expect(v.parse(WhenInput, values)).toEqual(read.output);
    }),
  );
});

test.for([
  ["6pm", "8", false],
  ["17:30", "7.30", false],
  ["6pm", "8am", true],
  ["19:00", "08:00", true],
  ["10pm", "6", true],
  ["6pm", "1", true],
] as const)("from %s to %s is taken for a night: %s", ([opens, closes, isTaken]) => {
  const typed = {
    "hours-0-days": "MO",
    "hours-0-every": "1",
    "hours-0-opens": opens,
    "hours-0-closes": closes,
  };
  const read = v.safeParse(WhenInput, typed);
  expect(read.success).toBe(isTaken);
  expect(read.issues?.map((issue) => v.getDotPath(issue)) ?? []).toEqual(isTaken ? [] : ["hours-0-closes"]);
});
