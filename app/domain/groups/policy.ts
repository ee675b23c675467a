import { holds, isAdministrator, isPartner } from "#app/domain/accounts/policy.ts";
import type { Actor } from "#app/domain/context.ts";

/** May run a group's business: its lead, its secretariat, or the Assembly team. */
export function mayRunGroup(actor: Actor, groupId: string): boolean {
  return (
    isAdministrator(actor) || holds(actor, "group-lead", groupId) || holds(actor, "secretariat", groupId)
  );
}

/** Roles and organisations are public; the people who fill a seat are shown to partners alone. */
export function maySeeWhoSits(actor: Actor): boolean {
  return isPartner(actor);
}
