import { refreshInvitations } from "#app/domain/meetings/invitations/send-invitations.server.ts";
import type { Job } from "./tasks.ts";

/** Invites to meetings that have come near, and takes back what went to people who left a group. */
export function refreshInvitationsJob({ db, now }: Job): Promise<void> {
  return refreshInvitations({ actor: { kind: "job", name: "refresh invitations" }, db, now });
}
