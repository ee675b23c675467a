import { and, inArray } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { members, seats } from "#db/schema/groups.ts";
import { holdsToday } from "./held-now.server.ts";

/** Who belongs to a group today, besides those who hold a role in it. */
export interface Membership {
  groupId: string;
  /** Organisations that are members or hold a seat. */
  organisationIds: string[];
  /** People who fill a seat. */
  personIds: string[];
}

/** The memberships of groups, one for each, in their order. */
export async function findMemberships(ctx: Ctx, groupIds: readonly string[]): Promise<Membership[]> {
  const ids = [...groupIds];
  const joined = await ctx.db
    .select({ groupId: members.groupId, organisationId: members.organisationId })
    .from(members)
    .where(and(inArray(members.groupId, ids), holdsToday(ctx, members.joinedOn, members.leftOn)));
  const seated = await ctx.db
    .select({ groupId: seats.groupId, organisationId: seats.organisationId, personId: seats.personId })
    .from(seats)
    .where(and(inArray(seats.groupId, ids), holdsToday(ctx, seats.heldFrom, seats.heldUntil)));
  return ids.map((groupId) => {
    const sitting = seated.filter((row) => row.groupId === groupId);
    const belonging = [...joined.filter((row) => row.groupId === groupId), ...sitting];
    return {
      groupId,
      organisationIds: given(belonging.map(({ organisationId }) => organisationId)),
      personIds: given(sitting.map(({ personId }) => personId)),
    };
  });
}

const given = (ids: (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];
