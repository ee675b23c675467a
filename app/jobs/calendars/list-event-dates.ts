import { listFurtherDates } from "#app/domain/calendars/typed/list-further-dates.server.ts";
import type { Job } from "../tasks.ts";

/** Series that organisations typed in go on: once a day their further dates are listed. */
export async function listEventDatesJob({ db, now }: Job): Promise<void> {
  await listFurtherDates({ actor: { kind: "job", name: "list event dates" }, db, now });
}
