import { isVerified } from "#app/domain/accounts/address/verify-address.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { Conflict, Invalid } from "#app/domain/errors.ts";
import {
  beginInvitations,
  endInvitations,
} from "#app/domain/meetings/invitations/send-invitations.server.ts";
import { record } from "#app/domain/record.server.ts";
import { groupFollowers } from "#db/schema/diary/following.ts";
import { findFollowing } from "./find-following.server.ts";
import type { FollowGroupInput } from "./inputs.ts";

type Self = Ctx & { actor: Person };

/**
 * Follows a group, or changes how: by mail when a meeting moves, or with each meeting as an invitation. Doing it again
 * changes nothing. Throws NotFound, Invalid (invitations are for members) or Conflict (an address that nobody confirmed).
 */
export function followGroup(ctx: Self, slug: string, { kind }: FollowGroupInput): Promise<{ name: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { group, kind: before, mayGetInvitations } = await findFollowing(inside, slug);
    if (kind === "invitations" && !mayGetInvitations) {
      const message = "Invitations are for members of this group: choose mail";
      throw new Invalid(message, { kind: message });
    }
    if (!(await isVerified(inside))) throw new Conflict("Confirm your e-mail address first.");
    if (kind === before) return group;
    const row = { groupId: group.id, personId: ctx.actor.id };
    await db
      .insert(groupFollowers)
      .values({ ...row, kind, createdAt: ctx.now, updatedAt: ctx.now })
      .onConflictDoUpdate({
        target: [groupFollowers.groupId, groupFollowers.personId],
        set: { kind, updatedAt: ctx.now },
      });
    if (kind === "invitations") await beginInvitations(inside, row);
    if (before === "invitations") await endInvitations(inside, row);
    await record(inside, {
      ...{ deed: "follow group", noun: "group", nounId: group.id },
      ...{ before: before && { kind: before }, after: { kind } },
    });
    return group;
  });
}
