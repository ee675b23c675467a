import { holds, isAdministrator, isJob } from "#app/domain/accounts/policy.ts";
import type { Actor } from "#app/domain/context.ts";

/** May say where a group's diary is kept: who runs the group; the command line acts for the product itself. */
export function mayConnectCalendar(actor: Actor, groupId: string): boolean {
  const runs = holds(actor, "group-lead", groupId) || holds(actor, "secretariat", groupId);
  return runs || isAdministrator(actor) || isJob(actor);
}

/** May have calendars read again: the product's own clock and command line. */
export function maySyncCalendars(actor: Actor): boolean {
  return isJob(actor);
}
