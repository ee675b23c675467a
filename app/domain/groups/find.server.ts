import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { hasPage } from "#app/domain/organisations/has-page.server.ts";
import { feedsInto, groupPlaces, groupRules, groups, members, seats, themes } from "#db/schema/groups.ts";
import { organisations } from "#db/schema/organisations.ts";
import { footprints, places } from "#db/schema/places.ts";
import type { GroupKind } from "#db/vocabulary.ts";
import { holdsToday } from "./held-now.server.ts";
import { maySeeWhoSits } from "./policy.ts";
import type { GroupRules } from "./rules-in-words.ts";

export interface GroupLink {
  slug: string;
  name: string;
}

export interface Seat {
  roleTitle: string;
  organisation: GroupLink | null;
  isChair: boolean;
  isStatutory: boolean;
  /** For partners alone; null for everyone else. */
  personName: string | null;
  deputyName: string | null;
}

export interface Theme {
  name: string;
  summary: string;
  lead: string | null;
  workstreams: { name: string; summary: string; lead: string | null }[];
}

export interface Group {
  id: string;
  slug: string;
  name: string;
  abbreviation: string | null;
  kind: GroupKind;
  summary: string;
  contactEmail: string | null;
  isCurrent: boolean;
  host: GroupLink | null;
  footprint: string | null;
  places: GroupLink[];
  rules: GroupRules | null;
  feedsInto: GroupLink[];
  fedBy: GroupLink[];
  seats: Seat[];
  members: GroupLink[];
  themes: Theme[];
}

/** One group with all that its page says. A group that has ended keeps its page. Throws NotFound. */
export async function findGroup(ctx: Ctx, slug: string): Promise<Group> {
  const group = await findRow(ctx, slug);
  const [feeds, around, seated, joined, themed] = await Promise.all([
    findFeeds(ctx, group.id),
    findGroupPlaces(ctx, group.id, group.placeId),
    findSeats(ctx, group.id),
    findMembers(ctx, group.id),
    findThemes(ctx, group.id),
  ]);
  const { placeId: _, ...row } = group;
  return { ...row, ...feeds, places: around, seats: seated, members: joined, themes: themed };
}

async function findRow(ctx: Ctx, slug: string) {
  const [row] = await ctx.db
    .select({
      id: groups.id,
      slug: groups.slug,
      name: groups.name,
      abbreviation: groups.abbreviation,
      kind: groups.kind,
      summary: groups.summary,
      contactEmail: groups.contactEmail,
      isCurrent: groups.isCurrent,
      placeId: groups.placeId,
      footprint: footprints.name,
      host: { slug: organisations.slug, name: organisations.name },
      rules: groupRules,
    })
    .from(groups)
    .leftJoin(groupRules, eq(groupRules.groupId, groups.id))
    .leftJoin(footprints, eq(footprints.id, groups.footprintId))
    .leftJoin(organisations, and(eq(organisations.id, groups.hostOrganisationId), hasPage))
    .where(eq(groups.slug, slug));
  if (!row) throw new NotFound("that group");
  return row;
}

async function findFeeds(ctx: Ctx, groupId: string) {
  const other = { slug: groups.slug, name: groups.name };
  const [feeds, fed] = await Promise.all([
    ctx.db
      .select(other)
      .from(feedsInto)
      .innerJoin(groups, eq(groups.id, feedsInto.toGroupId))
      .where(and(eq(feedsInto.fromGroupId, groupId), eq(groups.isCurrent, true)))
      .orderBy(asc(groups.name)),
    ctx.db
      .select(other)
      .from(feedsInto)
      .innerJoin(groups, eq(groups.id, feedsInto.fromGroupId))
      .where(and(eq(feedsInto.toGroupId, groupId), eq(groups.isCurrent, true)))
      .orderBy(asc(groups.name)),
  ]);
  return { feedsInto: feeds, fedBy: fed };
}

async function findGroupPlaces(ctx: Ctx, groupId: string, placeId: string | null): Promise<GroupLink[]> {
  const touched = ctx.db
    .select({ id: groupPlaces.placeId })
    .from(groupPlaces)
    .where(eq(groupPlaces.groupId, groupId));
  return ctx.db
    .select({ slug: places.slug, name: places.name })
    .from(places)
    .where(sql`${inArray(places.id, touched)} or ${places.id} = ${placeId}`)
    .orderBy(asc(places.position));
}

async function findSeats(ctx: Ctx, groupId: string): Promise<Seat[]> {
  const rows = await ctx.db
    .select({
      roleTitle: seats.roleTitle,
      organisation: { slug: organisations.slug, name: organisations.name },
      isChair: seats.isChair,
      isStatutory: seats.isStatutory,
      personName: seats.personName,
      deputyName: seats.deputyName,
    })
    .from(seats)
    .leftJoin(organisations, and(eq(organisations.id, seats.organisationId), hasPage))
    .where(and(eq(seats.groupId, groupId), holdsToday(ctx, seats.heldFrom, seats.heldUntil)))
    .orderBy(desc(seats.isChair), asc(seats.seatNumber));
  if (maySeeWhoSits(ctx.actor)) return rows;
  return rows.map((seat) => ({ ...seat, personName: null, deputyName: null }));
}

async function findMembers(ctx: Ctx, groupId: string): Promise<GroupLink[]> {
  return ctx.db
    .select({ slug: organisations.slug, name: organisations.name })
    .from(members)
    .innerJoin(organisations, eq(organisations.id, members.organisationId))
    .where(and(eq(members.groupId, groupId), hasPage, holdsToday(ctx, members.joinedOn, members.leftOn)))
    .orderBy(sql`lower(${organisations.name})`, asc(organisations.id));
}

async function findThemes(ctx: Ctx, groupId: string): Promise<Theme[]> {
  const rows = await ctx.db
    .select({
      id: themes.id,
      parentId: themes.parentId,
      name: themes.name,
      summary: themes.summary,
      lead: themes.lead,
    })
    .from(themes)
    .where(eq(themes.groupId, groupId))
    .orderBy(asc(themes.position), asc(themes.name));
  return rows
    .filter(({ parentId }) => parentId === null)
    .map(({ id, name, summary, lead }) => ({
      name,
      summary,
      lead,
      workstreams: rows
        .filter(({ parentId }) => parentId === id)
        .map((row) => ({ name: row.name, summary: row.summary, lead: row.lead })),
    }));
}
