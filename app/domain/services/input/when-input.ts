import * as v from "valibot";
import type { RecordHours, ServiceRecord } from "#app/domain/services/record/service-record.ts";
import { frequencies, wordsOf } from "#db/vocabulary.ts";
import { bankHolidayHours } from "#db/vocabulary-keeping.ts";
import { exceptionValues, hoursValues, readException, readHours } from "./hours-row.ts";
import { type FormReader, formInput, rowValues } from "./read-form.ts";
import { Ticked, words } from "./shapes.ts";

const MOST_ROWS = 40;

export const WhenInput = formInput((form): ServiceRecord["when"] => {
  const hours = [...form.rows("hours", ["every", "at"]).flatMap(readHours), ...readKept(form)];
  const exceptions = form.rows("exceptions", ["at"]).map(readException);
  if (hours.length + exceptions.length > MOST_ROWS)
    form.wrong("hours-0-days", `Use no more than ${MOST_ROWS} rows, and the words below for the rest`);
  return {
    hours: hours.filter((row) => !isDated(row)),
    exceptions: [...exceptions, ...hours.filter(isDated)],
    words: form.one("words", words("The words", 1000)),
    bankHolidays: form.one("bankHolidays", BankHolidays),
    isTermTimeOnly: form.one("isTermTimeOnly", Ticked),
  };
});

const BankHolidays = v.pipe(
  v.string(),
  v.transform((text) => text || null),
  v.nullable(v.picklist(wordsOf(bankHolidayHours), "Choose what happens on bank holidays")),
);

/** A closure, or an opening on named dates only (the same question as app/domain/services/opening-hours.ts asks). */
export const isDated = ({ isClosed, freq, validFrom, dtstart }: RecordHours): boolean =>
  isClosed || (freq === null && (validFrom ?? dtstart) !== null);

const text = v.nullable(v.pipe(v.string(), v.maxLength(300)));
const day = v.nullable(v.pipe(v.string(), v.isoDate()));
const time = v.nullable(v.pipe(v.string(), v.regex(/^([01]\d|2[0-4]):[0-5]\d$/)));

/** Hours as they came from elsewhere, which no row of the form can say: a ticked box keeps them. */
const Kept = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return JSON.parse(dataset.value) as unknown;
    } catch {
      addIssue({ message: "These hours could not be kept: enter them anew" });
      return NEVER;
    }
  }),
  v.strictObject({
    ...{
      at: v.nullable(v.pipe(v.string(), v.uuid())),
      validFrom: day,
      validTo: day,
      dtstart: day,
      freq: v.nullable(v.picklist(wordsOf(frequencies))),
    },
    ...{
      interval: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
      byday: text,
      bymonthday: text,
    },
    ...{
      opensAt: time,
      closesAt: time,
      description: v.pipe(v.string(), v.maxLength(1000)),
      isClosed: v.boolean(),
    },
  }),
);

function readKept(form: FormReader): RecordHours[] {
  return form.rows("kept").flatMap((row) => row.one("as", Kept) ?? []);
}

/** The section as its form shows it. */
export function whenValues(when: ServiceRecord["when"]): Record<string, string> {
  const hours = when.hours.map(hoursValues).filter((row) => row !== null);
  const exceptions = when.exceptions.map(exceptionValues).filter((row) => row !== null);
  return {
    ...rowValues("hours", hours, (row) => row),
    ...rowValues("exceptions", exceptions, (row) => row),
    ...rowValues("kept", keptHours(when), (row) => ({ as: JSON.stringify(row) })),
    words: when.words,
    bankHolidays: when.bankHolidays ?? "",
    isTermTimeOnly: when.isTermTimeOnly ? "yes" : "",
  };
}

/** Hours that the form cannot say in its rows. */
export function keptHours({ hours, exceptions }: ServiceRecord["when"]): RecordHours[] {
  return [
    ...hours.filter((row) => hoursValues(row) === null),
    ...exceptions.filter((row) => exceptionValues(row) === null),
  ];
}
