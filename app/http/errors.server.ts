import { json } from "@remix-run/node";
import type { Logger } from "pino";
import { Conflict, Invalid, NotAllowed, NotFound } from "#app/domain/errors.ts";
import { typedWords } from "./form.server.ts";

/** What the error page is told: words for a person, never a stack, and what they had typed. */
export interface Problem {
  message: string;
  typed?: [name: string, words: string][];
}

/** Somebody posts a form after their session ended. */
export class SignedOut extends Error {
  override name = "SignedOut";
  constructor() {
    super("You are signed out, so this was not saved. Sign in, then send it again: your words are below.");
  }
}

const unreachable =
  "Our database is not answering. Nothing has been saved. Please try again in a few minutes.";
const unexpected =
  "Something went wrong on our side. Please try again; if it happens again, tell us the number below.";

/** The one place where errors become statuses. What is not the domain's own is logged, and said in plain words. */
export async function problemReply(error: unknown, { typed, log }: { typed: Request | null; log: Logger }) {
  const words = typed ? await typedWords(typed) : [];
  const keep = words.length > 0 ? { typed: words } : {};
  const status = statusOf(error);
  if (status !== null && error instanceof Error)
    return json<Problem>({ message: error.message, ...keep }, { status });
  const isLost = isDatabaseLost(error);
  log.error({ err: error }, isLost ? "database unreachable" : "unexpected error");
  return json<Problem>(
    { message: isLost ? unreachable : unexpected, ...keep },
    { status: isLost ? 503 : 500 },
  );
}

/** The same for a machine's door; null for what is not the domain's own. */
export function machineProblem(error: unknown): { status: number; message: string } | null {
  const status = isDatabaseLost(error) ? 503 : statusOf(error);
  if (status === null || !(error instanceof Error)) return null;
  return { status, message: status === 503 ? unreachable : error.message };
}

function statusOf(error: unknown): number | null {
  if (error instanceof SignedOut) return 401;
  if (error instanceof NotFound) return 404;
  if (error instanceof NotAllowed) return 403;
  if (error instanceof Conflict) return 409;
  if (error instanceof Invalid) return 422;
  return null;
}

const lost =
  /^(ECONNREFUSED|ECONNRESET|ENOENT|ENOTFOUND|ETIMEDOUT|EPIPE|CONNECT_TIMEOUT|CONNECTION_(CLOSED|ENDED|DESTROYED)|57P0[123]|08\w{3}|53300)$/;

/** Whether the database went away or is not there yet; looks through the query builder's wrapping. */
export function isDatabaseLost(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && lost.test(at.code)) return true;
  }
  return false;
}
