import { refreshAllAgendas } from "#app/domain/meetings/agenda/refresh-agendas.server.ts";
import type { Database } from "#db/client.server.ts";

/** Draft agendas follow the calendar: run at start-up and every hour. Running it twice changes nothing. */
export function refreshAgendasJob(db: Database, now: Date): Promise<void> {
  return refreshAllAgendas({ actor: { kind: "job", name: "refresh agendas" }, db, now });
}
