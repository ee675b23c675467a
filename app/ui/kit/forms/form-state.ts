/** What a failed action returns (with 422): what to mend, and the words people typed. */
export interface FailedForm {
  errors: Record<string, string>;
  values: Record<string, string | string[]>;
  /** With 409: what somebody else saved meanwhile, and the stamp to send along with one's own. */
  theirs?: unknown;
  by?: string | null;
  at?: string | null;
  seen?: string;
}

export type FieldValue = string | readonly string[] | null | undefined;

/** A value, or what stands there now before anyone has typed. */
export type InitialValues = Record<string, FieldValue>;

export interface FieldState {
  name: string;
  value: FieldValue;
  error: string | undefined;
}

/**
 * Gives each field its name, value and error: `const field = fieldsOf(useActionData<typeof action>(), service)`,
 * then `<TextField {...field("name")} label="Name" />`. What people typed wins over what is stored.
 */
export function fieldsOf(failed: FailedForm | null | undefined, initial: InitialValues = {}) {
  return (name: string): FieldState => ({
    name,
    value: failed ? failed.values[name] : initial[name],
    error: failed?.errors[name],
  });
}

/** For a field of one value. */
export function oneOf(value: FieldValue): string {
  if (typeof value === "string") return value;
  return value?.[0] ?? "";
}

/** For a field of many values, such as checkboxes; a posted form joins them with commas. */
export function allOf(value: FieldValue): readonly string[] {
  if (typeof value === "string") return value === "" ? [] : value.split(",");
  return value ?? [];
}

/** The id of a field by its name: what the error summary links to. */
export function fieldId(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_-]+/g, "-");
}
