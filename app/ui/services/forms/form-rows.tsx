import type { ReactNode } from "react";
import type { FieldState } from "#app/ui/kit/forms/form-state.ts";

interface FormRowsProps {
  /** Fields are called `name-0-part`. */
  name: string;
  /** What one row is: "Opening hours 2" says which. */
  label: string;
  values: Record<string, string>;
  field: (name: string) => FieldState;
  /** Empty rows after those that are filled in. */
  blanks?: number;
  children: (row: (part: string) => FieldState) => ReactNode;
}

/** Rows of fields, some of them empty; the form's second button saves and comes back with new empty ones. */
export function FormRows({ name, label, values, field, blanks = 1, children }: FormRowsProps) {
  const filled = rowNumbers(name, values);
  const next = (filled.at(-1) ?? -1) + 1;
  const numbers = [...filled, ...Array.from({ length: blanks }, (_, at) => next + at)];
  return (
    <>
      {numbers.map((number, at) => (
        <fieldset className="govuk-fieldset form-row" key={number}>
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
            {label} {at + 1}
            {at >= filled.length && " (leave empty if you do not need it)"}
          </legend>
          {children((part) => field(`${name}-${number}-${part}`))}
        </fieldset>
      ))}
    </>
  );
}

/** The rows that have anything in them, by their numbers. */
function rowNumbers(name: string, values: Record<string, string>): number[] {
  const numbers = Object.keys(values).flatMap((key) => {
    const [, number] = new RegExp(`^${name}-(\\d+)-`).exec(key) ?? [];
    return number && isFilled(name, number, values) ? [Number(number)] : [];
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** Choices that always have an answer do not fill a row. */
const ALWAYS_ANSWERED = ["every", "at", "shown"];

function isFilled(name: string, number: string, values: Record<string, string>): boolean {
  const prefix = `${name}-${number}-`;
  return Object.entries(values).some(
    ([key, text]) =>
      key.startsWith(prefix) && text !== "" && !ALWAYS_ANSWERED.includes(key.slice(prefix.length)),
  );
}
