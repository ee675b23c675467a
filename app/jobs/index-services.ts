import * as v from "valibot";
import { indexMissingServices } from "#app/domain/search/index-missing.server.ts";
import { indexServices } from "#app/domain/search/index-services.server.ts";
import type { Database } from "#db/client.server.ts";
import type { Job } from "./tasks.ts";

const Payload = v.object({ ids: v.array(v.pipe(v.string(), v.uuid())) });

/** After a change: the services that the verb names are indexed anew. */
export function indexServicesJob({ db, now, payload }: Job): Promise<void> {
  return indexServices({ db, now }, v.parse(Payload, payload).ids);
}

/** Services that were loaded past the verbs (demonstrations, imports by hand) are found too; those left alone too long leave. */
export function indexMissingServicesJob(db: Database, now: Date): Promise<void> {
  return indexMissingServices({ db, now });
}
