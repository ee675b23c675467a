import * as v from "valibot";
import { NotFound } from "#app/domain/errors.ts";
import { syncCalendar } from "#app/domain/meetings/calendar/sync-calendars.server.ts";
import { configuredSourceReader } from "#app/gateways/calendar-source.server.ts";
import type { Job } from "../tasks.ts";

const Payload = v.object({ id: v.pipe(v.string(), v.uuid()) });

/** One calendar a job. It asks its source, so its lease keeps a second one away. */
export async function syncCalendarJob({ db, now, payload }: Job): Promise<void> {
  const { id } = v.parse(Payload, payload);
  const ctx = { actor: { kind: "job", name: "sync calendar" } as const, db, now };
  try {
    await syncCalendar(ctx, id, { trigger: "clock" }, configuredSourceReader());
  } catch (error) {
    // It went while the job waited: trying again would not bring it back
    if (!(error instanceof NotFound)) throw error;
  }
}
