import { desc, eq, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import type { Letter } from "#app/domain/mail/letter.ts";
import { changes } from "#db/schema/accounts.ts";
import { cases } from "#db/schema/keeping/cases.ts";
import { mails } from "#db/schema/keeping/mails.ts";
import { organisationPlaces } from "#db/schema/organisations.ts";
import { makeAccount } from "./accounts.ts";
import { makeGroup, makePlace } from "./meetings.ts";
import { makeOrganisation } from "./organisations.ts";

/** A place with its network, and the network's lead unless told that it has none. */
export async function makeNetwork(
  ctx: Ctx,
  over: { name?: string; position?: number; hasLead?: boolean } = {},
) {
  const { name = "Norwich", position = 0, hasLead = true } = over;
  const place = await makePlace(ctx, { name, slug: name.toLowerCase(), position });
  const group = await makeGroup(ctx, {
    ...{ kind: "place-network", placeId: place.id, name: `${name} VCSE Place Network` },
    slug: `${name.toLowerCase()}-network`,
  });
  const lead = hasLead ? await makeLead(ctx, group.id, `${name} Lead`) : null;
  return { place, group, lead };
}

/** With a second step, without which the role would be held back. */
export const makeLead = (ctx: Ctx, groupId: string, name = "Nadia Lead") =>
  makeAccount(ctx, { name, roles: [["group-lead", groupId]], totpSince: ctx.now });

export const makeAdministrator = (ctx: Ctx, name = "Ada Ministrator") =>
  makeAccount(ctx, { name, roles: [["administrator", null]], totpSince: ctx.now });

export const makeOwner = (ctx: Ctx, organisationId: string, name = "Olive Owner") =>
  makeAccount(ctx, { name, roles: [["organisation-owner", organisationId]] });

export async function worksIn(ctx: Ctx, organisationId: string, placeId: string) {
  await ctx.db.insert(organisationPlaces).values({ organisationId, placeId });
}

/** An open report for the team, unless told otherwise. */
export async function makeCase(ctx: Ctx, over: Partial<typeof cases.$inferInsert> = {}) {
  const organisationId = over.organisationId ?? (await makeOrganisation(ctx)).id;
  const [made] = await ctx.db
    .insert(cases)
    .values({
      ...{ kind: "report", level: "team", noun: "organisation", recordId: organisationId },
      ...{ title: "The Long Table: something else", createdAt: ctx.now },
      details: { choice: "other", words: "The door was shut." },
      ...over,
      organisationId,
    })
    .returning();
  if (!made) throw new Error("The case was not made");
  return made;
}

export async function findCaseRow(ctx: Ctx, id: string) {
  const [row] = await ctx.db.select().from(cases).where(eq(cases.id, id));
  if (!row) throw new Error("There is no such case");
  return row;
}

/** What was posted, the first first, with the letter itself. */
export async function posted(ctx: Ctx): Promise<{ to: string; kind: string; letter: Letter }[]> {
  const rows = await ctx.db.select().from(mails).orderBy(mails.createdAt, mails.toEmail, mails.id);
  return rows.map(({ toEmail, kind, letter }) => ({ to: toEmail, kind, letter: letter as Letter }));
}

/** The deeds on record about one thing, the latest first. */
export async function deedsOf(ctx: Ctx, id: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ deed: changes.deed })
    .from(changes)
    .where(eq(changes.nounId, id))
    .orderBy(desc(changes.at), sql`ctid desc`);
  return rows.map(({ deed }) => deed);
}

/** The secret at the end of the address that a letter's button opens. */
export function tokenIn({ action }: Letter): string {
  const token = action?.path.split("/").at(-1);
  if (!token) throw new Error("The letter has no button");
  return token;
}
