import type { Ctx } from "#app/domain/context.ts";
import { findBoth, findRecordToMerge, type MergedRecord, searchRecordsToMerge } from "./find-both.server.ts";
import { type FoundMerge, findMergesOf } from "./find-merges.server.ts";
import { countOf } from "./moved.ts";
import { countWhatMoves } from "./what-moves.server.ts";

export interface MergePage {
  into: MergedRecord;
  /** Records to choose from; null before anything was looked for. */
  found: MergedRecord[] | null;
  /** The chosen one, and what of it would move, in words. */
  from: MergedRecord | null;
  moves: string[];
  earlier: FoundMerge[];
}

/** What the page of a merge shows. Throws NotFound. */
export async function showMerge(
  ctx: Ctx,
  slug: string,
  { q, from: fromSlug }: { q: string; from?: string | undefined },
): Promise<MergePage> {
  const into = await findRecordToMerge(ctx, slug);
  const earlier = await findMergesOf(ctx, into.id);
  const bare = { into, found: null, from: null, moves: [], earlier };
  if (fromSlug && fromSlug !== slug) {
    const { from } = await findBoth(ctx, { fromSlug, intoSlug: slug });
    const moves = await countWhatMoves(ctx, { fromId: from.id, intoId: into.id });
    return { ...bare, from, moves: moves.map(({ what, count }) => countOf(what, count)) };
  }
  return q ? { ...bare, found: await searchRecordsToMerge(ctx, q, into.id) } : bare;
}
