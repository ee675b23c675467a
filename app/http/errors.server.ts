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

/** Somebody, or a machine, tries too often. */
export class TooMany extends Error {
  override name = "TooMany";
  constructor(minutes: number) {
    super(
      `That was tried too often. Nothing was saved. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`,
    );
  }
}

const unreachable =
  "Our database is not answering. Nothing has been saved. Please try again in a few minutes.";
const unexpected = (number: string) =>
  `Something went wrong on our side. Please try again; if it happens again, tell us the number ${number}.`;

/** The one place where errors become statuses. What is not the domain's own is logged, and said in plain words. */
export async function problemReply(error: unknown, { typed, log }: { typed: Request | null; log: Logger }) {
  const words = typed ? await typedWords(typed) : [];
  const keep = words.length > 0 ? { typed: words } : {};
  const { status, message } = judge(error, { log, number: "below" });
  return json<Problem>({ message, ...keep }, { status });
}

/** The same for a machine's door. */
export function machineProblemReply(error: unknown, log: Logger) {
  const problem = judge(error, { log, number: "in the header X-Request-Id" });
  return json({ error: problem }, { status: problem.status });
}

function judge(error: unknown, { log, number }: { log: Logger; number: string }) {
  const status = statusOf(error);
  if (status !== null && error instanceof Error) return { status, message: error.message };
  const isLost = isDatabaseLost(error);
  if (isNews(error)) log.error({ err: error }, isLost ? "database unreachable" : "unexpected error");
  return isLost ? { status: 503, message: unreachable } : { status: 500, message: unexpected(number) };
}

/** One fault, one line: several doors of a page wait for the same look-up of who asks. */
function isNews(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  const isNew = !logged.has(error);
  logged.add(error);
  return isNew;
}

const logged = new WeakSet<Error>();

function statusOf(error: unknown): number | null {
  if (error instanceof SignedOut) return 401;
  if (error instanceof NotFound) return 404;
  if (error instanceof NotAllowed) return 403;
  if (error instanceof Conflict) return 409;
  if (error instanceof Invalid) return 422;
  if (error instanceof TooMany) return 429;
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
