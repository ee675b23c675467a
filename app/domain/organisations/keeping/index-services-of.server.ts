import { eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { queueJob } from "#app/domain/queue.server.ts";
import { services } from "#db/schema/services.ts";

/** Search shows an organisation's name beside its services, and none of one that is closed or archived. */
export async function queueIndexOfServices(ctx: Ctx, organisationId: string): Promise<void> {
  const rows = await ctx.db
    .select({ id: services.id })
    .from(services)
    .where(eq(services.organisationId, organisationId));
  if (rows.length > 0) await queueJob(ctx, "index-services", { ids: rows.map(({ id }) => id) });
}
