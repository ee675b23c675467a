import { comparable } from "#app/domain/accounts/email-address.ts";
import { holds, isAdministrator, isJob, keeps } from "#app/domain/accounts/policy.ts";
import type { Actor, Person } from "#app/domain/context.ts";
import type { CaseKind, CaseLevel } from "#db/vocabulary-keeping.ts";
import { isForApproval } from "./case.ts";

/** What policy must know of a case. */
export interface CaseAtHand {
  kind: CaseKind;
  level: CaseLevel;
  organisationId: string;
  groupId: string | null;
  personId: string | null;
  fromEmail: string | null;
}

/**
 * May see a case, ask about it, pass it on and decide it: the Assembly team always; the network's lead
 * or the record's keepers while it is their turn. Nobody decides what they raised themselves, and no
 * lead approves their own organisation.
 */
export function mayHandleCase(actor: Actor, at: CaseAtHand): boolean {
  if (isAdministrator(actor) || isJob(actor)) return true;
  if (actor.kind !== "person" || isRaisedBy(actor, at)) return false;
  const isKeeper = keeps(actor, at.organisationId);
  if (at.level === "owner") return isKeeper;
  if (at.level === "lead" && isForApproval(at) && isKeeper) return false;
  return at.level === "lead" && at.groupId !== null && holds(actor, "group-lead", at.groupId);
}

/** Whether somebody raised a case: by their account, or signed out under the same address. */
export function isRaisedBy(
  { id, email }: Pick<Person, "id" | "email">,
  { personId, fromEmail }: Pick<CaseAtHand, "personId" | "fromEmail">,
): boolean {
  return id === personId || (fromEmail !== null && comparable(fromEmail) === comparable(email));
}

/** May pass a case on to the Assembly team: whoever handles it, while it is not there already. */
export function mayClimbCase(actor: Actor, at: CaseAtHand): boolean {
  return at.level === "lead" && mayHandleCase(actor, at);
}
