import { json } from "@remix-run/node";
import { Conflict, Invalid, NotAllowed, NotFound } from "#app/domain/errors.ts";

/** What the error page is told: words for a person, never a stack. */
export interface Problem {
  message: string;
}

/** The one place where the domain's errors become statuses. Anything else goes on as it is: a 500 and a log line. */
export function errorReply(error: unknown): unknown {
  const status = statusOf(error);
  if (status === null || !(error instanceof Error)) return error;
  return json<Problem>({ message: error.message }, { status });
}

/** 404, 403, 409 or 422 for the domain's own errors, 503 for a database that cannot be reached, else null. */
export function statusOf(error: unknown): number | null {
  if (error instanceof NotFound) return 404;
  if (error instanceof NotAllowed) return 403;
  if (error instanceof Conflict) return 409;
  if (error instanceof Invalid) return 422;
  return null;
}

const lost = /^(ECONNREFUSED|ECONNRESET|ENOENT|ENOTFOUND|ETIMEDOUT|EPIPE|CONNECT_TIMEOUT|CONNECTION_(CLOSED|ENDED|DESTROYED)|57P0[123]|08\w{3}|53300)$/;

/** Whether the database went away or is not there yet; looks through the query builder's wrapping. */
export function isDatabaseLost(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && lost.test(at.code)) return true;
  }
  return false;
}
