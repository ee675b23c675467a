import { and, desc, eq, gt } from "drizzle-orm";
import type { Ctx, Person } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { record } from "#app/domain/record.server.ts";
import { sessions } from "#db/schema/accounts.ts";
import { endSessionsOf } from "./end-sessions.server.ts";

type Self = Ctx & { actor: Person };

export interface OpenSession {
  id: string;
  /** "Firefox on Android"; empty where the browser said nothing. */
  device: string;
  since: string;
  seenAt: string;
}

/** Where one is signed in, the latest use first. */
export async function findSessions({ db, actor, now }: Self): Promise<OpenSession[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, actor.id), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.seenAt));
  return rows.map(({ id, device, createdAt, seenAt }) => ({
    id,
    device,
    since: createdAt.toISOString(),
    seenAt: seenAt.toISOString(),
  }));
}

/** Signs oneself out on one device. Throws NotFound for a session that is not one's own. */
export function endSession(ctx: Self, id: string): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const mine = and(eq(sessions.id, id), eq(sessions.userId, ctx.actor.id));
    const [ended] = await db.delete(sessions).where(mine).returning({ id: sessions.id });
    if (!ended) throw new NotFound("that device: it is signed out already");
    await record({ ...ctx, db }, { deed: "sign out a device", noun: "person", nounId: ctx.actor.id });
  });
}

/** Signs oneself out everywhere, here too. */
export function signOutEverywhere(ctx: Self): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    await endSessionsOf(inside, ctx.actor.id);
    await record(inside, { deed: "sign out everywhere", noun: "person", nounId: ctx.actor.id });
  });
}
