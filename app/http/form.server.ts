import { json } from "@remix-run/node";
import * as v from "valibot";
import { Conflict, Invalid, type Versions } from "#app/domain/errors.ts";
import { seenOf } from "#app/domain/section.ts";

/** What a failed form gives back to its page: a message a field, and the words people typed. */
export interface FormReply {
  errors: Record<string, string>;
  values: Record<string, string>;
  /** What somebody else saved meanwhile, who and when, and its stamp: sending the form again with it saves one's own. */
  theirs?: unknown;
  by?: string | null;
  at?: string | null;
  seen?: string;
}

type Schema = v.GenericSchema<unknown, unknown>;

export type FormResult<S extends Schema> =
  | { ok: true; value: v.InferOutput<S>; values: Record<string, string> }
  | { ok: false; reply: ReturnType<typeof formReply> };

/** Reads a posted form into the shape of an input of the domain; a form that does not fit is answered with 422. */
export async function readForm<S extends Schema>(request: Request, schema: S): Promise<FormResult<S>> {
  const values = await readValues(request);
  const parsed = v.safeParse(schema, withUntouched(schema, values));
  if (parsed.success) return { ok: true, value: parsed.output, values };
  return {
    ok: false,
    reply: formReply({ errors: firstErrors(parsed.issues), values: withoutSecrets(values) }),
  };
}

/**
 * Browsers leave out a group of which nothing is chosen. What the shape needs of it is then asked in the words that
 * the shape has for an empty answer.
 */
function withUntouched(schema: Schema, values: Record<string, string>): Record<string, string> {
  const entries = "entries" in schema ? (schema.entries as Record<string, Schema>) : {};
  const needed = Object.keys(entries).filter((name) => entries[name]?.type !== "optional");
  return { ...Object.fromEntries(needed.map((name) => [name, ""])), ...values };
}

/** A 422 that keeps what was typed. */
export function formReply(reply: FormReply) {
  return json(reply, { status: 422 });
}

/**
 * Runs a verb; an input that only the verb could refuse goes back to the form like any other.
 * So does one that crossed with somebody else's: 409, with both versions.
 */
export async function orFormReply<T>(values: Record<string, string>, verb: () => Promise<T>) {
  try {
    return { ok: true as const, value: await verb() };
  } catch (error) {
    if (error instanceof Conflict && error.versions)
      return { ok: false as const, reply: bothVersions(values, error.message, error.versions) };
    if (!(error instanceof Invalid)) throw error;
    const errors = Object.keys(error.fields).length > 0 ? error.fields : { form: error.message };
    return { ok: false as const, reply: formReply({ errors, values: withoutSecrets(values) }) };
  }
}

function bothVersions(values: Record<string, string>, message: string, { theirs, by, at }: Versions) {
  const reply: FormReply = {
    errors: { form: message },
    values: withoutSecrets(values),
    theirs,
    by: by ?? null,
    at: at ?? null,
    seen: seenOf(theirs as object),
  };
  return json(reply, { status: 409 });
}

async function readValues(request: Request): Promise<Record<string, string>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) {
    throw new Invalid("That was not sent as a form. Use the form on the page.");
  }
  const form = await request.formData();
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    // Boxes of one name that are ticked together
    const before = values[name];
    values[name] = before === undefined ? storable(value) : `${before},${storable(value)}`;
  }
  return values;
}

/** One kind of line end, and no NUL, which PostgreSQL cannot store. */
const storable = (text: string) => text.replaceAll("\r\n", "\n").replaceAll("\u0000", "");

/** What somebody typed into a posted form, long enough to be worth keeping; never a password. */
export async function typedWords(request: Request): Promise<[string, string][]> {
  const values = await readValues(request).catch(() => ({}));
  return Object.entries(withoutSecrets(values)).filter(([, words]) => /\s/.test(words.trim()));
}

function firstErrors(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of issues) errors[v.getDotPath(issue) ?? "form"] ??= issue.message;
  return errors;
}

function withoutSecrets(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !name.toLowerCase().includes("password")),
  );
}
