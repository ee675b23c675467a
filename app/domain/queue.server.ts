import { sql } from "drizzle-orm";
import type { Ctx } from "./context.ts";

/** Jobs that a verb may leave behind; app/jobs/tasks.ts says what each does. */
export type JobName =
  | "deliver-mail"
  | "send-invitations"
  | "index-services"
  | "review-records"
  | "index-missing-services"
  | "run-import"
  | "check-numbers"
  | "mail-sign-in-link"
  | "mail-registration-links"
  | "mail-password-reset"
  | "sync-calendar"
  | "queue-due-calendars";

export interface JobTime {
  /** Jobs with one key are one job: the later replaces the one that waits. */
  key?: string;
  runAt?: Date;
}

/** Leaves a job behind in the verb's own transaction: it exists if, and only if, the change does. */
export async function queueJob(
  { db }: Pick<Ctx, "db">,
  name: JobName,
  payload: object = {},
  { key, runAt }: JobTime = {},
): Promise<void> {
  await db.execute(sql`select from graphile_worker.add_job(
    ${name}::text, payload => ${JSON.stringify(payload)}::json, run_at => ${runAt?.toISOString() ?? null}::timestamptz,
    job_key => ${key ?? null}::text)`);
}

/** Leaves many jobs of one kind behind, in one statement. */
export async function queueJobs(
  { db }: Pick<Ctx, "db">,
  name: JobName,
  jobs: readonly { payload: object; key: string }[],
): Promise<void> {
  if (jobs.length === 0) return;
  await db.execute(sql`select from graphile_worker.add_jobs(array(
    select (${name}::text, job->'payload', null, null, null, job->>'key', null, null)::graphile_worker.job_spec
    from json_array_elements(${JSON.stringify(jobs)}::json) job))`);
}
