import type { JobName } from "#app/domain/queue.server.ts";
import type { Database } from "#db/client.server.ts";
import { listEventDatesJob } from "./calendars/list-event-dates.ts";
import { queueDueCalendarsJob } from "./calendars/queue-due-calendars.ts";
import { syncCalendarJob } from "./calendars/sync-calendar.ts";
import { checkNumbersJob } from "./check-numbers.ts";
import { climbCasesJob } from "./climb-cases.ts";
import { forgetPersonalDataJob } from "./forget-personal-data.ts";
import { indexMissingServicesJob, indexServicesJob } from "./index-services.ts";
import { deliverMailJob } from "./mails/deliver-mail.ts";
import { mailPasswordResetJob, mailSignInLinkJob } from "./mails/mail-account-links.ts";
import { mailRegistrationLinksJob } from "./mails/mail-registration-links.ts";
import { refreshAgendasJob } from "./refresh-agendas.ts";
import { refreshInvitationsJob, sendInvitationsJob } from "./refresh-invitations.ts";
import { reviewRecordsJob } from "./review-records.ts";
import { runImportJob } from "./run-import.ts";

/** What a task is given. It may be run twice, and on two instances at once: each verb sees to that. */
export interface Job {
  db: Database;
  now: Date;
  payload: unknown;
}

export type Task = (job: Job) => Promise<void>;

/** Jobs that verbs leave behind. A name without a task here fails, and is tried again. */
export const queuedTasks: Partial<Record<JobName, Task>> = {
  "deliver-mail": deliverMailJob,
  "send-invitations": sendInvitationsJob,
  "mail-sign-in-link": mailSignInLinkJob,
  "mail-password-reset": mailPasswordResetJob,
  "mail-registration-links": mailRegistrationLinksJob,
  "index-services": indexServicesJob,
  "check-numbers": checkNumbersJob,
  "run-import": runImportJob,
  "sync-calendar": syncCalendarJob,
};

interface ClockTask {
  /** Minute, hour, day, month, weekday in UTC. */
  match: string;
  task: Task;
  /** Pages lean on it: done before the first one is served. The others are caught up with beside the web's work. */
  isFirst?: boolean;
}

/** What runs by the clock, once for all instances. */
export const clockTasks: Record<string, ClockTask> = {
  "forget-personal-data": { match: "23 3 * * *", task: forgetPersonalDataJob },
  "refresh-agendas": { match: "7 * * * *", task: ({ db, now }) => refreshAgendasJob(db, now), isFirst: true },
  "review-records": { match: "17 * * * *", task: reviewRecordsJob },
  "refresh-invitations": { match: "37 * * * *", task: refreshInvitationsJob },
  "climb-cases": { match: "23 * * * *", task: climbCasesJob },
  "index-missing-services": {
    match: "11 * * * *",
    task: ({ db, now }) => indexMissingServicesJob(db, now),
    isFirst: true,
  },
  "queue-due-calendars": { match: "* * * * *", task: queueDueCalendarsJob },
  "list-event-dates": { match: "41 2 * * *", task: listEventDatesJob },
};

/** Every task by its name, as the queue wants them. */
export const tasks: Record<string, Task> = {
  ...queuedTasks,
  ...Object.fromEntries(Object.entries(clockTasks).map(([name, { task }]) => [name, task])),
};
