import { and, eq, isNull, lte } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotAllowed } from "#app/domain/errors.ts";
import { record } from "#app/domain/record.server.ts";
import { cases } from "#db/schema/keeping/cases.ts";
import { type Case, levelAbove } from "./case.ts";
import { caseOf, selectCases } from "./case-rows.server.ts";
import { holdCase } from "./find-case.server.ts";
import { findHandlers } from "./find-handlers.server.ts";
import { mayClimbCase } from "./policy.ts";
import { tellHandlers } from "./tell-handlers.server.ts";

/** Passes a case on to the Assembly team. Throws NotFound, NotAllowed, or Conflict once it is decided. */
export function passOnCase(ctx: Ctx, id: string): Promise<Case> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const found = await holdCase(inside, id);
    if (found.level === "team") throw new Conflict("The Assembly team has this already.");
    if (!mayClimbCase(ctx.actor, found)) throw new NotAllowed("pass this on to the Assembly team");
    return climbTo(inside, found, { level: "team", groupId: found.groupId });
  });
}

/** Brings an open case before the Assembly team: the clock's last step. In the caller's transaction. */
export async function climbToTeam(ctx: Ctx, id: string): Promise<void> {
  const found = await holdCase(ctx, id);
  if (found.level !== "team") await climbTo(ctx, found, { level: "team", groupId: found.groupId });
}

/**
 * Takes every case that nobody saw to in time one level up, and says so to those who are there.
 * Idempotent, and safe on two instances: each case is held while it moves. Returns how many climbed.
 */
export async function climbCases(ctx: Ctx, daysALevel: number): Promise<number> {
  let climbed = 0;
  while (await climbOne(ctx, daysALevel)) climbed += 1;
  return climbed;
}

function climbOne(ctx: Ctx, daysALevel: number): Promise<boolean> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const [late] = await db
      .select({ id: cases.id })
      .from(cases)
      .where(and(isNull(cases.decidedAt), lte(cases.climbsAt, ctx.now)))
      .orderBy(cases.climbsAt, cases.id)
      .limit(1)
      .for("no key update", { skipLocked: true });
    const [row] = late ? await selectCases(inside, eq(cases.id, late.id)) : [];
    if (!row) return false;
    const found = caseOf(row);
    const next = await findTurnAbove(inside, found);
    const again = new Date(ctx.now.getTime() + daysALevel * 86_400_000);
    await climbTo(inside, found, next, next.level === "team" ? null : again);
    return true;
  });
}

type Turn = Pick<Case, "level" | "groupId">;

/** A network without a lead is no step: the case goes on to the team. */
async function findTurnAbove(ctx: Ctx, { level, organisationId, personId, groupId }: Case): Promise<Turn> {
  if (levelAbove(level) === "team") return { level: "team", groupId };
  const { level: vouching, groupId: networkId } = await findHandlers(ctx, organisationId, personId);
  return { level: vouching, groupId: networkId };
}

async function climbTo(ctx: Ctx, found: Case, next: Turn, climbsAt: Date | null = null): Promise<Case> {
  await ctx.db
    .update(cases)
    .set({ ...next, climbsAt, updatedAt: ctx.now })
    .where(eq(cases.id, found.id));
  const [row] = await selectCases(ctx, eq(cases.id, found.id));
  if (!row) throw new Conflict("This case is gone.");
  const climbed = caseOf(row);
  await tellHandlers(ctx, climbed, "climbed");
  const [before, after] = [{ level: found.level }, { level: next.level }];
  await record(ctx, { deed: "pass case on", noun: "case", nounId: found.id, before, after });
  return climbed;
}
