import { isAdministrator, isJob, keeps, owns } from "#app/domain/accounts/policy.ts";
import type { Actor } from "#app/domain/context.ts";
import { isSameFields } from "./record/differences.ts";
import type { OrganisationRecord, RecordSection } from "./record/record.ts";
import { restorableUntil } from "./restorable.ts";

/** May change an organisation's record and see its history: its owners and editors, and the Assembly team. */
export function mayEditOrganisation(actor: Actor, organisationId: string): boolean {
  return keeps(actor, organisationId) || isAdministrator(actor) || isJob(actor);
}

/** Archiving takes everything of an organisation off the site: for its owners and the team. */
export function mayArchiveOrganisation(actor: Actor, organisationId: string): boolean {
  return owns(actor, organisationId) || isAdministrator(actor) || isJob(actor);
}

/** Owners may take an archiving back for thirty days; the team always. */
export function mayRestoreOrganisation(
  actor: Actor,
  { id, archivedAt }: { id: string; archivedAt: string | null },
  now: Date,
): boolean {
  if (isAdministrator(actor) || isJob(actor)) return true;
  return owns(actor, id) && archivedAt !== null && now <= restorableUntil(archivedAt);
}

/** Says that an organisation's changes need no approval. */
export function mayTrustOrganisation(actor: Actor): boolean {
  return isAdministrator(actor) || isJob(actor);
}

/** Whether what this actor changes of the organisation is published at once, whatever it is. */
export function publishesAtOnce(actor: Actor, { isTrusted }: { isTrusted: boolean }): boolean {
  return isTrusted || isAdministrator(actor) || isJob(actor);
}

/** What an organisation is called, and under which numbers, is what others rely on: changing it is looked at first. */
export function needsApproval<S extends RecordSection>(
  section: S,
  before: OrganisationRecord[S],
  after: OrganisationRecord[S],
): boolean {
  if (section === "numbers") return !isSameFields(section, before, after);
  if (section !== "names") return false;
  return (before as OrganisationRecord["names"]).name !== (after as OrganisationRecord["names"]).name;
}
