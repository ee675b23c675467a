import { listFurtherDates } from "#app/domain/calendars/typed/list-further-dates.server.ts";
import type { Database } from "#db/client.server.ts";

/** Series that organisations typed in go on: once a day their further dates are listed. */
export async function listEventDatesJob(db: Database, now: Date): Promise<void> {
  await listFurtherDates({ actor: { kind: "job", name: "list event dates" }, db, now });
}
