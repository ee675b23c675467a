import type { Ctx } from "#app/domain/context.ts";

/** Tells those who want a group's meetings as invitations what is new about these. Call it inside a transaction. */
export async function sendInvitations(_ctx: Ctx, _meetingIds: readonly string[]): Promise<void> {}

export interface Following {
  groupId: string;
  personId: string;
}

/** Sends the meetings to come of a group to somebody who follows it for invitations from now on. Call it after the row is there. */
export async function beginInvitations(_ctx: Ctx, _following: Following): Promise<void> {}

/** Takes back the invitations of somebody who no longer wants a group's, save where another group of theirs still sends one. */
export async function endInvitations(_ctx: Ctx, _following: Following): Promise<void> {}
