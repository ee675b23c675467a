import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { addDays } from "#app/domain/upkeep/ladder.ts";
import { findUpkeepSettings } from "#app/domain/upkeep/settings/find-settings.server.ts";

export type ReviewedNoun = "organisation" | "service";

/** A record that somebody confirms from time to time, with the plain date on which that falls due. */
export interface ReviewedRecord {
  noun: ReviewedNoun;
  id: string;
  slug: string;
  name: string;
  /** The record's own address for mail. */
  email: string | null;
  organisationId: string;
  organisation: string;
  organisationSlug: string;
  confirmedOn: string | null;
  dueOn: string;
}

/** Which records: of some organisations, or some by their ids, perhaps only those that fall due until a day. */
interface Wanted {
  organisationIds?: readonly string[];
  ids?: readonly string[];
  dueBy?: string;
}

/** Published records that are ever due, organisation by organisation, each before its services. */
export async function findReviewed({ db }: Ctx, wanted: Wanted): Promise<ReviewedRecord[]> {
  const rows = await db.execute<ReviewedRecord & Record<string, unknown>>(sql`
    select * from (
      select 'organisation' as noun, o.id, o.slug, o.name, o.email, o.id as "organisationId", o.name as organisation,
        o.slug as "organisationSlug",
        o.confirmed_on::text as "confirmedOn", o.review_due_on::text as "dueOn"
      from organisations o where ${published(sql`o`)} ${picked(wanted, sql`o.id`, sql`o.id`, sql`o.review_due_on`)}
      union all
      select 'service', s.id, s.slug, s.name, s.email, o.id, o.name, o.slug, s.confirmed_on::text, s.review_due_on::text
      from services s join organisations o on o.id = s.organisation_id
      where ${published(sql`o`)} and ${published(sql`s`)}
        ${picked(wanted, sql`s.organisation_id`, sql`s.id`, sql`s.review_due_on`)}) reviewed
    order by lower(organisation), "organisationId", noun, lower(name), id`);
  return [...rows];
}

/** The day until which a confirmation is asked for: what falls due that soon is listed with what is due. */
export async function findLastDayToAsk(ctx: Ctx): Promise<string> {
  const { warnDaysBefore } = await findUpkeepSettings(ctx);
  return addDays(londonDay(ctx.now), warnDaysBefore);
}

const published = (row: SQL) => sql`${row}.state in ('live', 'temporarily-closed')`;

function picked({ organisationIds, ids, dueBy }: Wanted, organisation: SQL, id: SQL, dueOn: SQL): SQL {
  const among = (column: SQL, some: readonly string[] | undefined) =>
    some ? sql`and ${column} = any(${sql.param([...some])}::uuid[])` : sql``;
  const by = dueBy ? sql`and ${dueOn} <= ${dueBy}` : sql`and ${dueOn} is not null`;
  return sql`${among(organisation, organisationIds)} ${among(id, ids)} ${by}`;
}
