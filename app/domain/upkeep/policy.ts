import { isAdministrator, isJob, keeps } from "#app/domain/accounts/policy.ts";
import type { Actor } from "#app/domain/context.ts";

/** May say that a record is still right: who keeps it, and the Assembly team. */
export function mayConfirm(actor: Actor, organisationId: string): boolean {
  return keeps(actor, organisationId) || isAdministrator(actor) || isJob(actor);
}

/** May change what a record says: who keeps it, and the Assembly team. */
export function mayMend(actor: Actor, organisationId: string): boolean {
  return keeps(actor, organisationId) || isAdministrator(actor);
}

/** May change how often records are reviewed, and when who is told. */
export function mayRunUpkeep(actor: Actor): boolean {
  return isAdministrator(actor);
}
