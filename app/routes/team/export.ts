import { NotFound } from "#app/domain/errors.ts";
import { exportOrganisations } from "#app/domain/organisations/bulk/export.server.ts";
import { mayExport } from "#app/domain/organisations/bulk/policy.ts";
import { csvReply } from "#app/http/files/csv-reply.server.ts";
import { signedIn } from "#app/http/gates.server.ts";

/** Every live organisation, for the team and its partners; it reads nothing that a partner may not see. */
export const loader = signedIn(async (ctx) => {
  if (!mayExport(ctx.actor)) throw new NotFound("that page");
  const { csv } = await exportOrganisations(ctx);
  return csvReply(csv, `organisations-${ctx.now.toISOString().slice(0, 10)}.csv`);
});
