import type { Actor } from "#app/domain/context.ts";
import type { Role } from "#db/vocabulary.ts";

/** Roles that reach further than one organisation's own record: they ask for a second step at signing in. */
const guardedRoles: readonly Role[] = ["group-lead", "secretariat", "icb-staff", "administrator"];

export const needsSecondStep = (role: Role): boolean => guardedRoles.includes(role);

/** Whether the actor holds a role, for this organisation or group where one is named. */
export function holds(actor: Actor, role: Role, scopeId: string | null = null): boolean {
  return (
    actor.kind === "person" && actor.roles.some((held) => held.role === role && held.scopeId === scopeId)
  );
}

export function isAdministrator(actor: Actor): boolean {
  return holds(actor, "administrator");
}

/** The clock and the command line act for the product itself. */
export function isJob(actor: Actor): boolean {
  return actor.kind === "job";
}

/** Partners see what is published to partners: staff of the ICB, secretariats, leads and the Assembly team. */
export function isPartner(actor: Actor): boolean {
  if (actor.kind !== "person") return actor.kind === "job";
  return actor.roles.some(({ role }) => role !== "organisation-editor" && role !== "organisation-owner");
}

/** Whether an organisation's record is in the actor's hands: as its owner or as an editor of it. */
export function keeps(actor: Actor, organisationId: string): boolean {
  return owns(actor, organisationId) || holds(actor, "organisation-editor", organisationId);
}

/** An owner may do all that an editor may, and says who else may. */
export function owns(actor: Actor, organisationId: string): boolean {
  return holds(actor, "organisation-owner", organisationId);
}

/** Inviting people to an organisation's record, and ending what they may do there. */
export function mayRunPeopleOf(actor: Actor, organisationId: string): boolean {
  return owns(actor, organisationId) || isAdministrator(actor);
}

/** Granting and ending any role of anybody. */
export function mayRunRoles(actor: Actor): boolean {
  return isAdministrator(actor) || isJob(actor);
}

/** Anything that an account does to itself is for its own person alone. */
export function isSelf(actor: Actor, personId: string): boolean {
  return actor.kind === "person" && actor.id === personId;
}
