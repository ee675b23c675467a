import type { Actor } from "#app/domain/context.ts";
import type { Role } from "#db/vocabulary.ts";

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
  return actor.roles.some(({ role }) => role !== "organisation-editor");
}
