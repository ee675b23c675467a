import { queueDueCalendars } from "#app/domain/calendars/clock/find-due.server.ts";
import type { Job } from "../tasks.ts";

/** Every minute: each calendar whose time has come gets a job of its own. */
export async function queueDueCalendarsJob({ db, now }: Job): Promise<void> {
  await queueDueCalendars({ actor: { kind: "job", name: "queue due calendars" }, db, now });
}
