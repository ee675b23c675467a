import type { Database } from "#db/client.server.ts";
import { findDataVersion } from "./record.server.ts";

interface Answer {
  until: number;
  given: Promise<unknown>;
}

interface Kept {
  version: number;
  /** Those asked for last stand last. */
  answers: Map<string, Answer>;
}

const keptBy = new WeakMap<Database, Kept>();
const MOST_ANSWERS = 1000;

/** A change by hand, past `record`, shows after this at the latest, as on kept pages (docs/decisions). */
const LONGEST_MS = 60_000;

/**
 * Answers from memory until the data version changes: for small things that many pages ask and few changes touch.
 * `key` names the question with its values. Costs one read of the version. What was not asked for longest makes
 * room: some keys hold words that anybody may type, and those must not push out what every page asks.
 */
export async function remember<T>(db: Database, key: string, load: () => Promise<T>): Promise<T> {
  const answers = answersOf(db, await findDataVersion(db));
  const known = answers.get(key);
  answers.delete(key);
  const isFresh = known !== undefined && performance.now() < known.until;
  const answer = isFresh ? known : { until: performance.now() + LONGEST_MS, given: load() };
  answers.set(key, answer);
  if (!isFresh) forgetFailure(answers, key, answer);
  makeRoom(answers);
  return answer.given as Promise<T>;
}

function answersOf(db: Database, version: number): Kept["answers"] {
  const kept = keptBy.get(db);
  if (kept?.version === version) return kept.answers;
  const answers: Kept["answers"] = new Map();
  keptBy.set(db, { version, answers });
  return answers;
}

/** A failure is not an answer: the next request asks again. */
function forgetFailure(answers: Kept["answers"], key: string, answer: Answer): void {
  answer.given.catch(() => {
    if (answers.get(key) === answer) answers.delete(key);
  });
}

function makeRoom(answers: Kept["answers"]): void {
  for (const key of answers.keys()) {
    if (answers.size <= MOST_ANSWERS) return;
    answers.delete(key);
  }
}
