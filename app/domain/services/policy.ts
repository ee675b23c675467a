import { isAdministrator, isJob, keeps } from "#app/domain/accounts/policy.ts";
import type { Actor } from "#app/domain/context.ts";
import { restorableUntil } from "#app/domain/organisations/restorable.ts";
import type { RecordState } from "#db/vocabulary.ts";

/** What policy must know of a service. */
export interface ServiceAtHand {
  organisationId: string;
  state: RecordState;
  /** An instant, ISO 8601; null unless it is archived. */
  archivedAt: string | null;
}

/** May add services to an organisation, and see those of every state: its keepers and the Assembly team. */
export function mayKeepServices(actor: Actor, organisationId: string): boolean {
  return keeps(actor, organisationId) || isAdministrator(actor) || isJob(actor);
}

/** May change what a service says: its keepers, until it is archived. Who may not does not learn that there is one. */
export function mayEditService(actor: Actor, { organisationId, state }: ServiceAtHand): boolean {
  return state !== "archived" && mayKeepServices(actor, organisationId);
}

/** Its keepers for a while, the Assembly team at any time. */
export function mayRestoreService(actor: Actor, service: ServiceAtHand, now: Date): boolean {
  if (service.state !== "archived" || service.archivedAt === null) return false;
  if (isAdministrator(actor) || isJob(actor)) return true;
  return keeps(actor, service.organisationId) && now <= restorableUntil(service.archivedAt);
}

/** A first publication, or another name for what is published, goes out at once: for trusted organisations, and the Assembly team. */
export function publishesAtOnce(actor: Actor, organisation: { isTrusted: boolean }): boolean {
  return organisation.isTrusted || isAdministrator(actor) || isJob(actor);
}
