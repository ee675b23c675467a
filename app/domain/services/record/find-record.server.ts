import { type SQL, sql } from "drizzle-orm";
import * as v from "valibot";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { isDated } from "#app/domain/services/input/when-input.ts";
import { mayKeepServices } from "#app/domain/services/policy.ts";
import { Slug } from "#app/domain/shapes.ts";
import type { RecordState } from "#db/vocabulary.ts";
import type { CaseState } from "#db/vocabulary-keeping.ts";
import { recordJson } from "./record-json.server.ts";
import type { RecordHours, ServiceRecord } from "./service-record.ts";

/** A service as its keepers see it, in whatever state. */
export interface KeptService {
  id: string;
  slug: string;
  name: string;
  state: RecordState;
  stateNote: string;
  organisationId: string;
  organisation: { slug: string; name: string; state: RecordState; isTrusted: boolean };
  record: ServiceRecord;
  stepsDone: string[];
  /** Plain dates. */
  confirmedOn: string | null;
  reviewDueOn: string | null;
  /** Instants, ISO 8601. */
  archivedAt: string | null;
  publishedAt: string | null;
  capacitySetAt: string | null;
  /** The last change that approval was asked for: a publication has no section. */
  approval: {
    id: string;
    section: string | null;
    state: CaseState;
    reason: string;
    wanted: string | null;
  } | null;
}

/** Throws NotFound for a service that is unknown, or not the actor's to keep. */
export async function findServiceRecord(ctx: Ctx, slug: string): Promise<KeptService> {
  if (!v.is(Slug, slug)) throw new NotFound("that service");
  return keptService(ctx, await findRow(ctx, sql`s.slug = ${slug}`));
}

/** The same, locked until the transaction ends: nobody changes what a verb is looking at. */
export async function lockServiceRecord(ctx: Ctx, slug: string): Promise<KeptService> {
  if (!v.is(Slug, slug)) throw new NotFound("that service");
  await ctx.db.execute(sql`select from services where slug = ${slug} for update`);
  return findServiceRecord(ctx, slug);
}

/** For verbs that decide about a service of which only its id is known; they ask policy about their own deed. */
export async function findAnyServiceRecord(ctx: Ctx, id: string): Promise<KeptService> {
  await ctx.db.execute(sql`select from services where id = ${id} for update`);
  return readRow(await findRow(ctx, sql`s.id = ${id}`));
}

function keptService(ctx: Ctx, row: Row): KeptService {
  if (!mayKeepServices(ctx.actor, row.organisationId)) throw new NotFound("that service");
  return readRow(row);
}

type Row = Omit<KeptService, "record"> & {
  record: Omit<ServiceRecord, "when"> & {
    when: Pick<ServiceRecord["when"], "bankHolidays" | "isTermTimeOnly"> & { rows: RecordHours[] };
  };
};

function readRow({ record, ...service }: Row): KeptService {
  const { rows, ...when } = record.when;
  const told = rows.filter((row) => isDated(row) || row.freq !== null || row.opensAt !== null);
  const words = rows.filter((row) => !told.includes(row)).map(({ description }) => description);
  return {
    ...service,
    record: {
      ...record,
      when: {
        ...when,
        hours: told.filter((row) => !isDated(row)),
        exceptions: told.filter(isDated),
        words: words.filter(Boolean).join("\n"),
      },
    },
  };
}

async function findRow({ db }: Ctx, wanted: SQL): Promise<Row> {
  const [row] = await db.execute<Row & Record<string, unknown>>(sql`
    select s.id, s.slug, s.name, s.state, s.state_note as "stateNote", s.organisation_id as "organisationId",
      s.steps_done as "stepsDone", s.confirmed_on::text as "confirmedOn", s.review_due_on::text as "reviewDueOn",
      ${instant(sql`s.archived_at`)} as "archivedAt", ${instant(publishedAt)} as "publishedAt",
      ${instant(sql`s.capacity_set_at`)} as "capacitySetAt",
      json_build_object('slug', o.slug, 'name', o.name, 'state', o.state, 'isTrusted', o.is_trusted) as organisation,
      ${recordJson} as record, ${approvalJson} as approval
    from services s join organisations o on o.id = s.organisation_id
    where ${wanted}`);
  if (!row) throw new NotFound("that service");
  return row;
}

/** What is public without a date (imports, loads by hand) has been since it is there. */
const publishedAt = sql`coalesce(s.published_at, case when s.state in ('live', 'temporarily-closed') then s.created_at end)`;

/** As ISO 8601 in UTC. */
const instant = (at: SQL) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const approvalJson = sql`(
  select json_build_object('id', c.id, 'section', c.details->>'section', 'state', c.state, 'reason', c.reason,
    'wanted', c.details->'after'->>'name')
  from cases c where c.record_id = s.id and c.kind = 'change' order by c.created_at desc, c.id limit 1)`;
