import * as v from "valibot";
import { inviteTo, refreshInvitations } from "#app/domain/meetings/invitations/send-invitations.server.ts";
import type { Job } from "./tasks.ts";

const Payload = v.object({ id: v.pipe(v.string(), v.uuid()) });

/** Invites to one meeting, or says what has become of it, after a verb changed it. */
export function sendInvitationsJob({ db, now, payload }: Job): Promise<void> {
  const { id } = v.parse(Payload, payload);
  return inviteTo({ actor: { kind: "job", name: "send invitations" }, db, now }, [id]);
}

/** Invites to meetings that have come near, and takes back what went to people who left a group. */
export function refreshInvitationsJob({ db, now }: Job): Promise<void> {
  return refreshInvitations({ actor: { kind: "job", name: "refresh invitations" }, db, now });
}
