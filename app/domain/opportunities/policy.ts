import { isAdministrator, isJob, keeps } from "#app/domain/accounts/policy.ts";
import type { Actor } from "#app/domain/context.ts";
import { restorableUntil } from "#app/domain/organisations/restorable.ts";

/** What must be known of an opportunity: whose it is. */
interface Whose {
  organisationId: string;
}

/** May make, edit, close, copy, archive and restore an organisation's opportunities, and see them in every state. */
export function mayKeepOpportunities(actor: Actor, { organisationId }: Whose): boolean {
  return keeps(actor, organisationId) || isAdministrator(actor) || isJob(actor);
}

/** May publish without anybody's approval: the Assembly team, a trusted organisation, or what was published before. */
export function mayPublishAtOnce(actor: Actor, at: { isTrusted: boolean; wasPublished: boolean }): boolean {
  return at.isTrusted || at.wasPublished || isAdministrator(actor) || isJob(actor);
}

/** May put back what was archived: its keepers for a while, the Assembly team at any time. */
export function mayRestoreOpportunity(actor: Actor, at: Whose & { archivedAt: Date }, now: Date): boolean {
  if (isAdministrator(actor)) return true;
  return mayKeepOpportunities(actor, at) && restorableUntil(at.archivedAt) > now;
}
