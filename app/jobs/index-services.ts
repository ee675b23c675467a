import { indexMissingServices } from "#app/domain/search/index-missing.server.ts";
import type { Database } from "#db/client.server.ts";

/** Services that were loaded past the verbs (demonstrations, imports by hand) are found too. */
export function indexServicesJob(db: Database): Promise<void> {
  return indexMissingServices(db);
}
