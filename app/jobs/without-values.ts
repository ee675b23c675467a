/**
 * An error as the queue may keep and log it: where a query failed, without the values that were given with it.
 * They are people's words, secret links and addresses among them.
 */
export function withoutValues(error: unknown): Error {
  if (!(error instanceof Error)) return new Error("A job failed");
  const cause = "query" in error && error.cause instanceof Error ? error.cause : error;
  const code = "code" in cause && typeof cause.code === "string" ? ` ${cause.code}` : "";
  // PostgreSQL ends some messages with the value that it could not read
  const message = cause.message.replace(/: ".*"$/s, "").replace(/\nparams: .*$/s, "");
  const kept = new Error(`${cause.name}${code}: ${message}`);
  kept.stack = `${kept.message}\n${(error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n")}`;
  return kept;
}
