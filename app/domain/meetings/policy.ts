import { holds, isAdministrator, isJob, isPartner, keeps } from "#app/domain/accounts/policy.ts";
import type { Actor } from "#app/domain/context.ts";
import type { Membership } from "#app/domain/groups/memberships.server.ts";
import type { AgendaState, MeetingState, RaisedItemState } from "#db/vocabulary.ts";

/** May raise an item for a group at its meetings: the group's own lead, or the Assembly team. */
export function mayRaiseItem(actor: Actor, groupIds: readonly string[]): boolean {
  return isAdministrator(actor) || groupIds.some((id) => holds(actor, "group-lead", id));
}

/** What is to be known of a raised item: whose it is, where it stands, and on what agenda. */
interface ItemAtHand {
  from: { id: string };
  status: RaisedItemState;
  agenda: { state: AgendaState } | null;
}

/** May take back what was raised, until an agenda with it is published. */
export function mayWithdrawItem(actor: Actor, { from, status, agenda }: ItemAtHand): boolean {
  const isOpen = status === "raised" || (status === "placed" && agenda?.state !== "published");
  return isOpen && mayRaiseItem(actor, [from.id]);
}

/** May publish the agenda of a meeting: the secretariat of a group that meets, or the Assembly team. */
export function mayPublishAgenda(actor: Actor, groupIds: readonly string[]): boolean {
  return isAdministrator(actor) || groupIds.some((id) => holds(actor, "secretariat", id));
}

/** A meeting that was called off raises nothing and publishes nothing. */
export function isOn({ status }: { status: MeetingState }): boolean {
  return status !== "cancelled" && status !== "withdrawn" && status !== "postponed";
}

/** A day that can be counted on: a provisional meeting takes no business and promises no deadline (calendar case 40). */
export function isFirm(meeting: { status: MeetingState }): boolean {
  return isOn(meeting) && meeting.status !== "tentative";
}

/** A published agenda is everybody's; a draft is for those who work on it: anyone with a part in the system. */
export function maySeeAgenda(actor: Actor, state: AgendaState): boolean {
  if (state === "published") return true;
  return actor.kind === "person" ? actor.roles.length > 0 : isJob(actor);
}

/** What a network raised is open once an agenda with it is published or it has its answer; before, to those inside. */
export function maySeeRaisedItem(
  actor: Actor,
  item: { status: RaisedItemState; agendaState: AgendaState | null },
): boolean {
  if (item.status === "decided" || item.status === "declined") return true;
  if (item.status === "placed" && item.agendaState === "published") return true;
  return maySeeAgenda(actor, "draft");
}

/** Meetings that are not held in public are for partners alone. */
export function maySeePrivateMeetings(actor: Actor): boolean {
  return isPartner(actor);
}

/** May get a group's meetings as invitations: whoever has a role or a seat in it, or keeps a member's record. */
export function mayGetInvitations(actor: Actor, group: Membership): boolean {
  if (actor.kind !== "person") return false;
  if (runs(actor, [group.groupId])) return true;
  return group.personIds.includes(actor.id) || group.organisationIds.some((id) => keeps(actor, id));
}

/** May say whether they come to a meeting of these groups: their members, and whoever was invited. */
export function mayAnswerInvitation(
  actor: Actor,
  { groups, isInvited }: { groups: readonly Membership[]; isInvited: boolean },
): boolean {
  return actor.kind === "person" && (isInvited || groups.some((group) => mayGetInvitations(actor, group)));
}

/** May read who comes, by name, and what they wrote: those who run one of the groups, and the Assembly team. */
export function maySeeWhoComes(actor: Actor, groupIds: readonly string[]): boolean {
  return isAdministrator(actor) || runs(actor, groupIds);
}

/** May read what is unlucky about a group's dates: those who can plan them otherwise. */
export function maySeeClashes(actor: Actor, groupIds: readonly string[]): boolean {
  return isAdministrator(actor) || isJob(actor) || runs(actor, groupIds);
}

const runs = (actor: Actor, groupIds: readonly string[]): boolean =>
  groupIds.some((id) => holds(actor, "group-lead", id) || holds(actor, "secretariat", id));
