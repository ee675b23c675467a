import { isPartner } from "#app/domain/accounts/policy.ts";
import type { Actor } from "#app/domain/context.ts";

/** Roles and organisations are public; the people who fill a seat are shown to partners alone. */
export function maySeeWhoSits(actor: Actor): boolean {
  return isPartner(actor);
}
