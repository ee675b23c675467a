import { type SQL, sql } from "drizzle-orm";
import * as v from "valibot";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { hasOwner } from "#app/domain/organisations/duplicates/find-duplicates.server.ts";
import { PageNumber } from "#app/domain/shapes.ts";
import { type OrganisationKind, type RecordState, recordStates, wordsOf } from "#db/vocabulary.ts";
import { mayListAll } from "./policy.ts";

export const PAGE_SIZE = 50;

/** The query of the team's list. */
export const AllQuery = v.object({
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100, "Use no more than 100 characters.")), ""),
  state: v.optional(v.picklist(wordsOf(recordStates), "There is no such state.")),
  show: v.optional(v.picklist(["stale", "no-owner"], "There is no such list.")),
  page: PageNumber,
});
export type AllFilter = v.InferOutput<typeof AllQuery>;

export interface ListedOrganisation {
  slug: string;
  name: string;
  kind: OrganisationKind;
  state: RecordState;
  confirmedOn: string | null;
  isStale: boolean;
  hasOwner: boolean;
}

/** A page of organisations in every state, by name. Throws NotFound for those who may not list them. */
export async function findAllOrganisations(
  ctx: Ctx,
  filter: AllFilter,
): Promise<{ organisations: ListedOrganisation[]; total: number }> {
  if (!mayListAll(ctx.actor)) throw new NotFound("that page");
  const where = sql.join(conditions(ctx, filter), sql` and `);
  const [counted] = await ctx.db.execute<{ total: number }>(sql`
    select count(*)::int as total from organisations o where ${where}`);
  const rows = await ctx.db.execute<ListedOrganisation & Record<string, unknown>>(sql`
    select o.slug, o.name, o.kind, o.state, o.confirmed_on as "confirmedOn",
      coalesce(${isStale(ctx)}, false) as "isStale", ${hasOwner} as "hasOwner"
    from organisations o where ${where}
    order by lower(o.name), o.id limit ${PAGE_SIZE} offset ${(filter.page - 1) * PAGE_SIZE}`);
  return { organisations: [...rows], total: counted?.total ?? 0 };
}

const isStale = ({ now }: Ctx): SQL =>
  sql`(o.state in ('live', 'temporarily-closed') and o.review_due_on <= ${londonDay(now)}::date)`;

function conditions(ctx: Ctx, { q, state, show }: AllFilter): SQL[] {
  const parts = [sql`true`];
  if (q) parts.push(sql`(o.name ilike ${`%${q.replace(/[\\%_]/g, "\\$&")}%`} or o.slug = ${q})`);
  if (state) parts.push(sql`o.state = ${state}`);
  if (show === "stale") parts.push(isStale(ctx));
  if (show === "no-owner") parts.push(sql`not ${hasOwner} and o.state <> 'archived'`);
  return parts;
}
