import { sql } from "drizzle-orm";
import { insertMany } from "#db/client.server.ts";
import { changes, dataVersion } from "#db/schema/accounts.ts";
import type { Ctx } from "./context.ts";

export interface Change {
  /** The verb as users say it: "raise item". */
  deed: string;
  /** The table's noun in the singular: "raised item". */
  noun: string;
  nounId: string;
  before?: unknown;
  after?: unknown;
}

/**
 * Writes the audit row of a change and advances the data version, in the change's own transaction:
 * no record, no change. The version row is locked until the transaction ends, so call this last.
 */
export async function record(ctx: Ctx, change: Change | Change[]): Promise<void> {
  const rows = [change].flat();
  if (rows.length === 0) return;
  await insertMany(
    ctx.db,
    changes,
    rows.map((row) => rowOf(ctx, row)),
  );
  await advanceDataVersion(ctx.db);
}

const rowOf = ({ now, actor }: Ctx, { deed, noun, nounId, before, after }: Change) => ({
  ...{ at: now, actorKind: actor.kind, personId: actor.kind === "person" ? actor.id : null },
  ...{ deed, noun, nounId, before: before ?? null, after: after ?? null },
});

/** For loads too large to record row by row; everything else goes through `record`. */
export async function advanceDataVersion(db: Ctx["db"]): Promise<void> {
  await db.update(dataVersion).set({ number: sql`${dataVersion.number} + 1` });
}

/** The number that every kept page is keyed by. */
export async function findDataVersion(db: Ctx["db"]): Promise<number> {
  // Asked with nearly every request: planned once a connection
  const asked = db.select({ number: dataVersion.number }).from(dataVersion).prepare("data version");
  const [row] = await asked.execute();
  return row?.number ?? 0;
}
