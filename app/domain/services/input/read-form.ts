import * as v from "valibot";

type Values = Record<string, string>;
type Shape<T> = v.GenericSchema<unknown, T>;

/**
 * Reads a flat set of texts, as a form posts them, into the fields of a section. Every problem is reported under
 * the name of its own field: "hours-2-opensAt" is the opening time of the third row.
 */
export function formInput<T>(read: (form: FormReader) => T) {
  return v.pipe(
    v.record(v.string(), v.string()),
    v.rawTransform(({ dataset, addIssue, NEVER }): T => {
      const given = dataset.value;
      const form = new FormReader(given);
      const fields = read(form);
      for (const [key, message] of form.problems) {
        const path = [
          { type: "object" as const, origin: "value" as const, input: given, key, value: given[key] },
        ];
        addIssue({ message, path: path as [(typeof path)[0]] });
      }
      return form.problems.size > 0 ? NEVER : fields;
    }),
  );
}

/** Reads single fields and rows of fields, and remembers what is wrong with them. */
export class FormReader {
  readonly problems = new Map<string, string>();
  constructor(readonly given: Values) {}

  /** One field; what a field with a problem reads as is never used. */
  one<T>(name: string, shape: Shape<T>): T {
    const read = v.safeParse(shape, this.given[name] ?? "");
    if (read.success) return read.output;
    this.wrong(name, read.issues[0].message);
    return undefined as T;
  }

  wrong(name: string, message: string): void {
    if (!this.problems.has(name)) this.problems.set(name, message);
  }

  /** Rows of fields called `name-0-part`, in their order; those with nothing but `ignored` parts in them are left out. */
  rows(name: string, ignored: readonly string[] = []): FormRow[] {
    const numbers = new Set<number>();
    for (const [key, text] of Object.entries(this.given)) {
      const [, number, part = ""] = new RegExp(`^${name}-(\\d{1,3})-(\\w+)$`).exec(key) ?? [];
      if (number && text.trim() !== "" && !ignored.includes(part)) numbers.add(Number(number));
    }
    return [...numbers].sort((a, b) => a - b).map((number) => new FormRow(this, `${name}-${number}`));
  }
}

export class FormRow {
  constructor(
    private readonly form: FormReader,
    private readonly prefix: string,
  ) {}

  one<T>(part: string, shape: Shape<T>): T {
    return this.form.one(`${this.prefix}-${part}`, shape);
  }

  wrong(part: string, message: string): void {
    this.form.wrong(`${this.prefix}-${part}`, message);
  }
}

/** The way back: "hours-0-opensAt" and so on of some rows. */
export function rowValues<T>(name: string, rows: readonly T[], partsOf: (row: T) => Values): Values {
  return Object.fromEntries(
    rows.flatMap((row, at) =>
      Object.entries(partsOf(row)).map(([part, text]) => [`${name}-${at}-${part}`, text]),
    ),
  );
}
