import { and, asc, eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findMemberships } from "#app/domain/groups/memberships.server.ts";
import { mayGetInvitations } from "#app/domain/meetings/policy.ts";
import { groupFollowers } from "#db/schema/diary/following.ts";
import { groups } from "#db/schema/groups.ts";
import type { FollowKind } from "#db/vocabulary-diary.ts";

export interface Following {
  group: { id: string; slug: string; name: string; isCurrent: boolean };
  /** How the actor follows it now; null for those who do not. */
  kind: FollowKind | null;
  /** Invitations are for those who belong to it. */
  mayGetInvitations: boolean;
}

/** One group as somebody who may follow it sees it. Throws NotFound. */
export async function findFollowing(ctx: Ctx, slug: string): Promise<Following> {
  const { id, name, isCurrent } = groups;
  const [group] = await ctx.db
    .select({ id, slug: groups.slug, name, isCurrent })
    .from(groups)
    .where(eq(groups.slug, slug));
  if (!group) throw new NotFound("that group");
  const [membership] = await findMemberships(ctx, [group.id]);
  const may = membership ? mayGetInvitations(ctx.actor, membership) : false;
  return { group, kind: await findKind(ctx, group.id), mayGetInvitations: may };
}

/** How the actor follows a group; null for visitors and those who do not. */
export async function findKind({ db, actor }: Ctx, groupId: string): Promise<FollowKind | null> {
  if (actor.kind !== "person") return null;
  const [row] = await db
    .select({ kind: groupFollowers.kind })
    .from(groupFollowers)
    .where(and(eq(groupFollowers.groupId, groupId), eq(groupFollowers.personId, actor.id)));
  return row?.kind ?? null;
}

export interface Followed {
  slug: string;
  name: string;
  kind: FollowKind;
}

/** Every group that the actor follows, by name. */
export async function findFollowed({ db, actor }: Ctx): Promise<Followed[]> {
  if (actor.kind !== "person") return [];
  return db
    .select({ slug: groups.slug, name: groups.name, kind: groupFollowers.kind })
    .from(groupFollowers)
    .innerJoin(groups, eq(groups.id, groupFollowers.groupId))
    .where(eq(groupFollowers.personId, actor.id))
    .orderBy(asc(groups.name), asc(groups.id));
}
