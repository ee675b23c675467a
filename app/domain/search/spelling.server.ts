import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { editDistance, slipsAllowed } from "#app/domain/places/near.ts";
import { remember } from "#app/domain/remember.server.ts";
import { maySlip } from "./topics.ts";

/** Which of these words the index holds, as they stand or in another form of the same word. */
export async function findIndexedWords({ db }: Ctx, words: readonly string[]): Promise<Set<string>> {
  if (words.length === 0) return new Set();
  const rows = await db.execute<{ word: string }>(sql`
    select asked.word
    from unnest(${sql.param([...words])}::text[]) as asked(word)
    where exists (select from indexed_words known where known.word = asked.word)
       or exists (select from service_index i where i.words @@ plainto_tsquery('english', asked.word))`);
  return new Set(rows.map(({ word }) => word));
}

/** The likeliest indexed word for each unknown one; those like none are left out. */
export async function respell({ db }: Ctx, unknown: readonly string[]): Promise<Map<string, string>> {
  const askable = unknown
    .filter((word) => word.length <= 40 && /^[a-z]+$/.test(word) && maySlip(word))
    .slice(0, 8);
  const pairs = await Promise.all(
    askable.map(
      async (word) => [word, await remember(db, `spelling ${word}`, () => nearest(db, word))] as const,
    ),
  );
  return new Map(pairs.flatMap(([from, to]) => (to ? [[from, to] as const] : [])));
}

/** Trigrams find the candidates, or the first letter where a word is too short for them; letters decide. */
async function nearest(db: Ctx["db"], word: string): Promise<string | null> {
  const short = word.length < 5;
  const alike = short
    ? sql`known.word like ${`${word[0]}%`} and length(known.word) >= 4`
    : sql`known.word % ${word}`;
  const rows = await db.execute<{ word: string }>(sql`
    select known.word
    from indexed_words known
    where ${alike} and abs(length(known.word) - length(${word})) <= ${short ? 1 : 2}
    order by similarity(known.word, ${word}) + ln(1 + known.services) / 50 desc, known.word
    limit ${short ? 1000 : 20}`);
  const slips = short ? 1 : slipsAllowed(word);
  return rows.find((known) => editDistance(known.word, word) <= slips)?.word ?? null;
}
