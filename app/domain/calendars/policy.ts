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

/** A calendar with whoever connected it: the address and the password are theirs. */
export interface SharedBy extends KeptBy {
  connectedById: string | null;
}

/** Runs this group, so may say which events are its meetings, and take it out of a calendar. */
export function mayRunGroupOf(actor: Actor, groupId: string): boolean {
  return mayKeepCalendar(actor, { groupIds: [groupId], organisationId: null });
}

/**
 * May change what touches everybody whom a calendar serves: its source, a pause, its end, what is held. Addresses of
 * calendars are no secret among groups, so who joined one with a group of their own does not take it from the others.
 */
export function mayChangeForAll(actor: Actor, sharedBy: SharedBy): boolean {
  const { groupIds, organisationId, connectedById } = sharedBy;
  if (!mayKeepCalendar(actor, sharedBy)) return false;
  if (isAdministrator(actor) || isJob(actor)) return true;
  if (organisationId !== null && keeps(actor, organisationId)) return true;
  const connectedIt = actor.kind === "person" && actor.id === connectedById;
  return connectedIt || groupIds.every((id) => mayRunGroupOf(actor, id));
}

/** May have every calendar read again, and say which are due: the product's own clock and command line. */
export function maySyncCalendars(actor: Actor): boolean {
  return isJob(actor);
}
