import { isAdministrator, isJob, keeps } from "#app/domain/accounts/policy.ts";
import type { Actor } from "#app/domain/context.ts";

/** May type in an organisation's events, change them, call dates off and take them down. */
export function mayKeepEvents(actor: Actor, { organisationId }: { organisationId: string }): boolean {
  return keeps(actor, organisationId) || isAdministrator(actor);
}

/** May list the further dates of every series: the product's own clock. */
export function mayListDates(actor: Actor): boolean {
  return isJob(actor);
}
