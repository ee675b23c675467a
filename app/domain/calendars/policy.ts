import { holds, isAdministrator, isJob, keeps } from "#app/domain/accounts/policy.ts";
import type { Actor } from "#app/domain/context.ts";

/** Whose a calendar is: the groups whose meetings it holds, or the organisation whose events. */
export interface KeptBy {
  groupIds: readonly string[];
  organisationId: string | null;
}

/**
 * May connect a calendar, see its page with its address and notices, have it read and say what it means:
 * who runs one of its groups or keeps its organisation; the clock and the command line act for the product itself.
 */
export function mayKeepCalendar(actor: Actor, { groupIds, organisationId }: KeptBy): boolean {
  const runs = groupIds.some((id) => holds(actor, "group-lead", id) || holds(actor, "secretariat", id));
  const owns = organisationId !== null && keeps(actor, organisationId);
  return runs || owns || isAdministrator(actor) || isJob(actor);
}

/** May have every calendar read again, and say which are due: the product's own clock and command line. */
export function maySyncCalendars(actor: Actor): boolean {
  return isJob(actor);
}
