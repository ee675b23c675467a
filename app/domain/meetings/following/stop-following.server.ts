import { and, eq } from "drizzle-orm";
import type { Ctx, Person } from "#app/domain/context.ts";
import { endInvitations } from "#app/domain/meetings/invitations/send-invitations.server.ts";
import { record } from "#app/domain/record.server.ts";
import { groupFollowers } from "#db/schema/diary/following.ts";
import { findFollowing } from "./find-following.server.ts";

/** Hears no more of a group's meetings; invitations that went out are taken back. Doing it again changes nothing. Throws NotFound. */
export function stopFollowing(ctx: Ctx & { actor: Person }, slug: string): Promise<{ name: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { group, kind } = await findFollowing(inside, slug);
    if (!kind) return group;
    const row = { groupId: group.id, personId: ctx.actor.id };
    if (kind === "invitations") await endInvitations(inside, row);
    await db
      .delete(groupFollowers)
      .where(and(eq(groupFollowers.groupId, group.id), eq(groupFollowers.personId, ctx.actor.id)));
    const before = { kind };
    await record(inside, { deed: "stop following group", noun: "group", nounId: group.id, before });
    return group;
  });
}
