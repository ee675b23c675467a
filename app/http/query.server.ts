import * as v from "valibot";
import { Invalid } from "#app/domain/errors.ts";

/**
 * Reads an address's query into an input of the domain. An empty value counts as not given.
 * Throws Invalid (422), naming each value that cannot be read.
 */
export function readQuery<S extends v.GenericSchema<unknown, unknown>>(
  url: URL,
  schema: S,
): v.InferOutput<S> {
  const given = Object.fromEntries([...url.searchParams].filter(([, value]) => value.trim() !== ""));
  const parsed = v.safeParse(schema, given);
  if (parsed.success) return parsed.output;
  const fields = Object.fromEntries(
    parsed.issues.map((issue) => [v.getDotPath(issue) ?? "query", issue.message]),
  );
  throw new Invalid(
    `The address has something in it that we cannot read. ${Object.values(fields).join(" ")}`,
    fields,
  );
}
