import { sql } from "drizzle-orm";
import * as v from "valibot";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { mayKeepServices } from "#app/domain/services/policy.ts";
import { Slug } from "#app/domain/shapes.ts";
import type { CapacityState, RecordState } from "#db/vocabulary.ts";

export interface KeptServiceRow {
  slug: string;
  name: string;
  state: RecordState;
  capacity: CapacityState;
  waitWeeks: number | null;
  confirmedOn: string | null;
  /** Its confirmation is due. */
  isDue: boolean;
  /** An instant, ISO 8601. */
  archivedAt: string | null;
}

export interface KeptServices {
  organisation: { slug: string; name: string; state: RecordState };
  services: KeptServiceRow[];
}

const MOST = 500;

/** Every service of an organisation in whatever state: what needs doing first. Throws NotFound for those who do not keep it. */
export async function findKeptServices(ctx: Ctx, slug: string): Promise<KeptServices> {
  if (!v.is(Slug, slug)) throw new NotFound("that organisation");
  const [organisation] = await ctx.db.execute<KeptServices["organisation"] & { id: string }>(
    sql`select id, slug, name, state from organisations where slug = ${slug}`,
  );
  if (!organisation || !mayKeepServices(ctx.actor, organisation.id)) throw new NotFound("that organisation");
  const rows = await ctx.db.execute<KeptServiceRow & Record<string, unknown>>(sql`
    select slug, name, state, capacity, wait_weeks as "waitWeeks", confirmed_on::text as "confirmedOn",
      coalesce(review_due_on <= ${londonDay(ctx.now)}::date, false) as "isDue",
      to_char(archived_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "archivedAt"
    from services where organisation_id = ${organisation.id}
    order by array_position(array['draft', 'waiting', 'temporarily-closed', 'live', 'archived'], state::text),
      lower(name), id limit ${MOST}`);
  const { id: _, ...shown } = organisation;
  return { organisation: shown, services: [...rows] };
}
