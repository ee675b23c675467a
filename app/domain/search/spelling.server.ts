import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { remember } from "#app/domain/remember.server.ts";

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
    .filter((word) => word.length >= 4 && word.length <= 40 && /^[a-z]+$/.test(word))
    .slice(0, 8);
  const pairs = await Promise.all(
    askable.map(
      async (word) => [word, await remember(db, `spelling ${word}`, () => nearest(db, word))] as const,
    ),
  );
  return new Map(pairs.flatMap(([from, to]) => (to ? [[from, to] as const] : [])));
}

/** Trigrams find the candidates; letters decide, then how often a word occurs. */
async function nearest(db: Ctx["db"], word: string): Promise<string | null> {
  const [row] = await db.execute<{ word: string }>(sql`
    select known.word
    from indexed_words known
    where known.word % ${word} and abs(length(known.word) - length(${word})) <= 2
    order by similarity(known.word, ${word}) + ln(1 + known.services) / 50 desc, known.word
    limit 1`);
  return row?.word ?? null;
}
