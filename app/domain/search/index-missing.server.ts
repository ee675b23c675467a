import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { organisations } from "#db/schema/organisations.ts";
import { serviceIndex } from "#db/schema/search.ts";
import { services } from "#db/schema/services.ts";
import { indexServices } from "./index-services.server.ts";

/** Indexes live services that search does not know of yet. Does nothing when there are none. */
export async function indexMissingServices(db: Database): Promise<void> {
  const missing = await db
    .select({ id: services.id })
    .from(services)
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .leftJoin(serviceIndex, eq(serviceIndex.serviceId, services.id))
    .where(and(isNull(serviceIndex.serviceId), eq(services.state, "live"), eq(organisations.state, "live")));
  if (missing.length > 0)
    await indexServices(
      db,
      missing.map(({ id }) => id),
    );
}
