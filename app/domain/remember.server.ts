import type { Database } from "#db/client.server.ts";
import { findDataVersion } from "./record.server.ts";

interface Kept {
  version: number;
  answers: Map<string, Promise<unknown>>;
}

const keptBy = new WeakMap<Database, Kept>();
const MOST_ANSWERS = 1000;

/**
 * Answers from memory until the data version changes: for small things that many pages ask and few changes touch.
 * `key` names the question with its values. Costs one read of the version.
 */
export async function remember<T>(db: Database, key: string, load: () => Promise<T>): Promise<T> {
  const version = await findDataVersion(db);
  let kept = keptBy.get(db);
  if (!kept || kept.version !== version || kept.answers.size >= MOST_ANSWERS) {
    kept = { version, answers: new Map() };
    keptBy.set(db, kept);
  }
  const { answers } = kept;
  const known = answers.get(key);
  if (known) return known as Promise<T>;
  const answer = load();
  answers.set(key, answer);
  // A failure is not an answer: the next request asks again.
  answer.catch(() => answers.delete(key));
  return answer;
}
