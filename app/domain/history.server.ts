import { and, desc, eq } from "drizzle-orm";
import { changes, people } from "#db/schema/accounts.ts";
import type { ActorKind } from "#db/vocabulary.ts";
import type { Ctx } from "./context.ts";
import { Conflict } from "./errors.ts";
import { refuseIfChanged } from "./section.ts";

export interface PastChange {
  id: string;
  /** An instant, ISO 8601. */
  at: string;
  deed: string;
  actorKind: ActorKind;
  /** The person's name; null where nobody signed in did it. */
  who: string | null;
  before: unknown;
  after: unknown;
}

const MOST = 500;

/** What a section's editor brings: the stamp of what they saw, what stands there now, and what they wrote. */
type Crossing<Fields> = Parameters<typeof refuseIfChanged>[0] & { current: Fields; mine: Fields };

/** Throws Conflict with both versions, who saved the other and when, where somebody saved it meanwhile. */
export async function refuseIfCrossed<Fields extends object>(
  ctx: Ctx,
  { noun, id }: { noun: string; id: string },
  section: Crossing<Fields>,
): Promise<void> {
  try {
    refuseIfChanged(section);
  } catch (error) {
    if (!(error instanceof Conflict) || !error.versions) throw error;
    const [last] = await findHistory(ctx, noun, id, 1);
    throw new Conflict(error.message, { ...error.versions, by: last?.who ?? null, at: last?.at ?? null });
  }
}

/** What was done to one record, newest first, at most 500 changes. Whether the actor may see it is the caller's to ask. */
export async function findHistory(
  { db }: Ctx,
  noun: string,
  nounId: string,
  most = MOST,
): Promise<PastChange[]> {
  const rows = await db
    .select({
      id: changes.id,
      at: changes.at,
      deed: changes.deed,
      actorKind: changes.actorKind,
      who: people.name,
      before: changes.before,
      after: changes.after,
    })
    .from(changes)
    .leftJoin(people, eq(people.id, changes.personId))
    .where(and(eq(changes.noun, noun), eq(changes.nounId, nounId)))
    .orderBy(desc(changes.at), desc(changes.id))
    .limit(most);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
