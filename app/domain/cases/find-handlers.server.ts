import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import type { CaseLevel } from "#db/vocabulary-keeping.ts";

/** Somebody with an account who can be told. */
export interface Handler {
  id: string;
  name: string;
  email: string;
}

export interface Handlers {
  /** The place network whose lead it is; null: the Assembly team. */
  groupId: string | null;
  level: "lead" | "team";
  people: Handler[];
}

/**
 * Who vouches for an organisation: the lead of the place network where it works (the first of its places
 * that has one), else the Assembly team. `besideId`: somebody who may not be asked, because they asked.
 */
export async function findHandlers(
  ctx: Ctx,
  organisationId: string,
  besideId: string | null = null,
): Promise<Handlers> {
  const rows = await ctx.db.execute<Handler & { groupId: string } & Record<string, unknown>>(sql`
    select g.id as "groupId", p.id, p.name, p.email
    from organisations o
    join organisation_places op on op.organisation_id = o.id
    join places at on at.id = op.place_id
    join groups g on g.place_id = at.id and g.kind = 'place-network' and g.is_current
    join role_grants r on r.scope_id = g.id and r.role = 'group-lead' and ${isCurrent(ctx)}
    join people p on p.id = r.person_id and p.erased_at is null
    where o.id = ${organisationId} and not o.is_system_wide and p.id is distinct from ${besideId}::uuid
    order by at.position, g.id, p.name, p.id`);
  const groupId = rows[0]?.groupId;
  if (!groupId) return { groupId: null, level: "team", people: await findTeam(ctx) };
  return { groupId, level: "lead", people: rows.filter((row) => row.groupId === groupId).map(handlerOf) };
}

/** The people whose turn a case is. */
export function findPeopleAt(
  ctx: Ctx,
  at: { level: CaseLevel; organisationId: string; groupId: string | null },
): Promise<Handler[]> {
  if (at.level === "owner") return findKeepers(ctx, at.organisationId);
  return at.level === "lead" && at.groupId ? findLeads(ctx, at.groupId) : findTeam(ctx);
}

/** Owners and editors of an organisation. */
export function findKeepers(ctx: Ctx, organisationId: string): Promise<Handler[]> {
  return findHolders(
    ctx,
    sql`r.scope_id = ${organisationId} and r.role in ('organisation-owner', 'organisation-editor')`,
  );
}

const findLeads = (ctx: Ctx, groupId: string) =>
  findHolders(ctx, sql`r.scope_id = ${groupId} and r.role = 'group-lead'`);

const findTeam = (ctx: Ctx) => findHolders(ctx, sql`r.role = 'administrator'`);

async function findHolders(ctx: Ctx, held: ReturnType<typeof sql>): Promise<Handler[]> {
  const rows = await ctx.db.execute<Handler & Record<string, unknown>>(sql`
    select distinct p.id, p.name, p.email
    from role_grants r join people p on p.id = r.person_id and p.erased_at is null
    where ${held} and ${isCurrent(ctx)}
    order by p.name, p.id`);
  return rows.map(handlerOf);
}

const handlerOf = ({ id, name, email }: Handler): Handler => ({ id, name, email });

const isCurrent = ({ now }: Ctx) =>
  sql`r.granted_at <= ${now.toISOString()} and (r.ended_at is null or r.ended_at > ${now.toISOString()})`;
