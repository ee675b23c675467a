import { and, eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { record } from "#app/domain/record.server.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import type { RecordState } from "#db/vocabulary.ts";

type Row = typeof opportunities.$inferSelect;

export interface Turn {
  deed: string;
  state: RecordState;
  stateNote?: string;
}

/** Moves an opportunity that the caller holds into another state, and records it. */
export async function changeState(ctx: Ctx, row: Row, { deed, state, stateNote = "" }: Turn): Promise<void> {
  const isFirst = state === "live" && row.publishedAt === null;
  await ctx.db
    .update(opportunities)
    .set({
      ...{ state, stateNote, updatedAt: ctx.now },
      archivedAt: state === "archived" ? ctx.now : null,
      ...(isFirst && { publishedAt: ctx.now }),
    })
    .where(and(eq(opportunities.id, row.id)));
  await record(ctx, {
    ...{ deed, noun: "opportunity", nounId: row.id },
    before: { state: row.state, ...(row.stateNote && { stateNote: row.stateNote }) },
    after: { state, ...(stateNote && { stateNote }) },
  });
}
