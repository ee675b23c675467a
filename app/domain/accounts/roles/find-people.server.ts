import { and, asc, desc, eq, gt, ilike, inArray, isNull, or, sql } from "drizzle-orm";
import { mayRunPeopleOf, mayRunRoles } from "#app/domain/accounts/policy.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import { people, roleGrants } from "#db/schema/accounts.ts";
import { groups } from "#db/schema/groups.ts";
import { organisations } from "#db/schema/organisations.ts";
import type { Role } from "#db/vocabulary.ts";

const PAGE = 50;

export interface ListedPerson {
  id: string;
  name: string;
  email: string;
  /** False until they opened a link that we mailed. */
  hasBeenHere: boolean;
  hasSecondStep: boolean;
  roles: GrantedRole[];
}

export interface GrantedRole {
  id: string;
  role: Role;
  scope: { noun: "organisation" | "group"; slug: string; name: string } | null;
  from: string;
  until: string | null;
  grantedBy: string | null;
}

/** People by name or address, a page of fifty, with the roles they hold. Throws NotFound for outsiders. */
export async function findPeople(ctx: Ctx, { q, page }: { q: string; page: number }) {
  if (!mayRunRoles(ctx.actor)) throw new NotFound("that page");
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const asked = q === "" ? undefined : or(ilike(people.name, like), ilike(people.email, like));
  const fits = and(isNull(people.erasedAt), asked);
  const [count] = await ctx.db.select({ total: sql<number>`count(*)::int` }).from(people).where(fits);
  const rows = await ctx.db
    .select(listed)
    .from(people)
    .where(fits)
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  const total = count?.total ?? 0;
  const found = await withRoles(ctx, rows);
  return { people: found, total, page, pageCount: Math.max(1, Math.ceil(total / PAGE)) };
}

/** Somebody with the roles they hold and held. Throws NotFound for outsiders. */
export async function findPerson(ctx: Ctx, id: string) {
  const [row] =
    mayRunRoles(ctx.actor) && isId(id)
      ? await ctx.db
          .select(listed)
          .from(people)
          .where(and(eq(people.id, id), isNull(people.erasedAt)))
      : [];
  if (!row) throw new NotFound("that person");
  const all = await findGrants(ctx, eq(roleGrants.personId, id));
  const isPast = ({ until }: GrantedRole) => until !== null && until <= ctx.now.toISOString();
  const grants = all.map(({ personId: _, ...grant }) => grant);
  return { ...row, roles: grants.filter((grant) => !isPast(grant)), past: grants.filter(isPast) };
}

/** Who keeps an organisation's record, owners first. Throws NotFound for whoever may not see it. */
export async function findPeopleOf(ctx: Ctx, slug: string) {
  const [organisation] = await ctx.db
    .select({ id: organisations.id, slug: organisations.slug, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.slug, slug));
  if (!organisation || !mayRunPeopleOf(ctx.actor, organisation.id)) throw new NotFound("that organisation");
  const isOf = inArray(roleGrants.role, ["organisation-owner", "organisation-editor"]);
  // Whose account is easier to get into is nothing that whoever invited them may ask
  const { hasSecondStep: _, ...shown } = listed;
  const rows = await ctx.db
    .select({ ...shown, grantId: roleGrants.id, role: roleGrants.role, from: roleGrants.grantedAt })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(and(eq(roleGrants.scopeId, organisation.id), isOf, isHeld(ctx)))
    .orderBy(desc(roleGrants.role), asc(sql`lower(${people.name})`));
  return { organisation, keepers: rows.map((row) => ({ ...row, from: row.from.toISOString() })) };
}

/** Groups to choose from, for roles that are limited to one. */
export async function findGroupChoices({ db }: Ctx): Promise<{ slug: string; name: string }[]> {
  return db.select({ slug: groups.slug, name: groups.name }).from(groups).orderBy(asc(groups.name));
}

const listed = {
  id: people.id,
  name: people.name,
  email: people.email,
  hasBeenHere: sql<boolean>`${people.emailVerifiedAt} is not null`,
  hasSecondStep: sql<boolean>`${people.totpSince} is not null`,
};

const isHeld = ({ now }: Ctx) => or(isNull(roleGrants.endedAt), gt(roleGrants.endedAt, now));

async function withRoles(ctx: Ctx, rows: Omit<ListedPerson, "roles">[]): Promise<ListedPerson[]> {
  const ids = rows.map(({ id }) => id);
  const grants =
    ids.length > 0 ? await findGrants(ctx, and(inArray(roleGrants.personId, ids), isHeld(ctx))) : [];
  return rows.map((row) => ({ ...row, roles: grants.filter(({ personId }) => personId === row.id) }));
}

async function findGrants(
  { db }: Ctx,
  fits: ReturnType<typeof and>,
): Promise<(GrantedRole & { personId: string })[]> {
  const rows = await db
    .select({
      id: roleGrants.id,
      personId: roleGrants.personId,
      role: roleGrants.role,
      from: roleGrants.grantedAt,
      until: roleGrants.endedAt,
      grantedBy: sql<string | null>`(select g.name from ${people} g where g.id = ${roleGrants.grantedById})`,
      organisation: { slug: organisations.slug, name: organisations.name },
      group: { slug: groups.slug, name: groups.name },
    })
    .from(roleGrants)
    .leftJoin(organisations, eq(organisations.id, roleGrants.scopeId))
    .leftJoin(groups, eq(groups.id, roleGrants.scopeId))
    .where(fits)
    .orderBy(desc(roleGrants.grantedAt), asc(roleGrants.role));
  return rows.map(({ organisation, group, from, until, ...row }) => ({
    ...row,
    from: from.toISOString(),
    until: until?.toISOString() ?? null,
    scope: organisation ? { noun: "organisation", ...organisation } : group && { noun: "group", ...group },
  }));
}
