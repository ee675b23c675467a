import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { feedsInto, groupPlaces, groups, members, seats } from "#db/schema/groups.ts";
import { places } from "#db/schema/places.ts";
import { type GroupKind, groupKinds, wordsOf } from "#db/vocabulary.ts";
import type { GroupLink } from "./find.server.ts";
import { holdsToday } from "./held-now.server.ts";

export interface GroupSummary {
  slug: string;
  name: string;
  kind: GroupKind;
  summary: string;
  place: string | null;
}

export interface DirectoryGroup extends GroupSummary {
  feedsInto: GroupLink[];
}

const summary = {
  slug: groups.slug,
  name: groups.name,
  kind: groups.kind,
  summary: groups.summary,
  place: places.name,
};

/** Every group that meets now, in the order of the kinds, each with what it feeds. */
export async function findGroupDirectory(ctx: Ctx): Promise<DirectoryGroup[]> {
  const [rows, arrows] = await Promise.all([
    ctx.db
      .select({ ...summary, id: groups.id })
      .from(groups)
      .leftJoin(places, eq(places.id, groups.placeId))
      .where(eq(groups.isCurrent, true))
      .orderBy(asc(places.position), asc(groups.name)),
    ctx.db.select().from(feedsInto),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const order = wordsOf(groupKinds);
  return rows
    .map(({ id, ...row }) => ({ ...row, feedsInto: targetsOf(id, arrows, byId) }))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function targetsOf(
  id: string,
  arrows: readonly { fromGroupId: string; toGroupId: string }[],
  byId: ReadonlyMap<string, GroupLink>,
): GroupLink[] {
  return arrows
    .filter(({ fromGroupId }) => fromGroupId === id)
    .flatMap(({ toGroupId }) => byId.get(toGroupId) ?? [])
    .map(({ slug, name }) => ({ slug, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}

/** The groups that serve a place: its network and board first, then the partnerships that touch it. */
export async function findGroupsByPlace(ctx: Ctx, placeId: string): Promise<GroupSummary[]> {
  const touching = ctx.db
    .select({ id: groupPlaces.groupId })
    .from(groupPlaces)
    .where(eq(groupPlaces.placeId, placeId));
  const rows = await ctx.db
    .select(summary)
    .from(groups)
    .leftJoin(places, eq(places.id, groups.placeId))
    .where(and(eq(groups.isCurrent, true), or(eq(groups.placeId, placeId), inArray(groups.id, touching))))
    .orderBy(asc(groups.name));
  const order = wordsOf(groupKinds);
  return rows.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

export interface Involvement {
  slug: string;
  name: string;
  kind: GroupKind;
  /** The seat it holds ("Sector representative"); null for a member without a seat. */
  roleTitle: string | null;
}

/** The groups in which an organisation holds a seat or membership today, each once. */
export async function findGroupsByOrganisation(ctx: Ctx, organisationId: string): Promise<Involvement[]> {
  const group = { slug: groups.slug, name: groups.name, kind: groups.kind };
  const [seated, joined] = await Promise.all([
    ctx.db
      .select({ ...group, roleTitle: seats.roleTitle })
      .from(seats)
      .innerJoin(groups, and(eq(groups.id, seats.groupId), eq(groups.isCurrent, true)))
      .where(and(eq(seats.organisationId, organisationId), holdsToday(ctx, seats.heldFrom, seats.heldUntil)))
      .orderBy(asc(groups.name), asc(seats.seatNumber)),
    ctx.db
      .select(group)
      .from(members)
      .innerJoin(groups, and(eq(groups.id, members.groupId), eq(groups.isCurrent, true)))
      .where(
        and(eq(members.organisationId, organisationId), holdsToday(ctx, members.joinedOn, members.leftOn)),
      )
      .orderBy(asc(groups.name)),
  ]);
  const first = new Map<string, Involvement>();
  for (const found of [...seated, ...joined.map((row) => ({ ...row, roleTitle: null }))]) {
    if (!first.has(found.slug)) first.set(found.slug, found);
  }
  return [...first.values()].sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}
