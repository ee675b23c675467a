import { eq } from "drizzle-orm";
import type { Actor, Ctx } from "#app/domain/context.ts";
import { people, roleGrants } from "#db/schema/accounts.ts";
import { organisationPlaces } from "#db/schema/organisations.ts";
import type { Role } from "#db/vocabulary.ts";
import {
  makeFeed,
  makeGroup,
  makeMeeting,
  makePerson,
  makePlace,
  makeStandingItems,
} from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";

/** Every kind of actor there is, each with the one role that its name says. */
export const actorKinds = [
  "visitor",
  "nobody",
  "editor",
  "owner",
  "editorElsewhere",
  "ownerElsewhere",
  "lead",
  "leadElsewhere",
  "secretariat",
  "secretariatElsewhere",
  "icbStaff",
  "administrator",
  "leadHeldBack",
  "administratorHeldBack",
] as const;
export type ActorName = (typeof actorKinds)[number];

export type World = Awaited<ReturnType<typeof makeWorld>>;

/**
 * A small system to act in: a place with its network and board, an organisation that works there with its keepers,
 * and the same again elsewhere. Each person holds their role in the database too, so that a session of theirs has it.
 */
export async function makeWorld(ctx: Ctx) {
  const here = await makeCorner(ctx, "Norwich");
  const elsewhere = await makeCorner(ctx, "West Norfolk");
  const grant = (role: Role, scopeId: string | null) => makeHolder(ctx, role, scopeId);
  const actors: Record<ActorName, Actor> = {
    visitor: { kind: "visitor" },
    nobody: await makePerson(ctx),
    editor: await grant("organisation-editor", here.organisation.id),
    owner: await grant("organisation-owner", here.organisation.id),
    editorElsewhere: await grant("organisation-editor", elsewhere.organisation.id),
    ownerElsewhere: await grant("organisation-owner", elsewhere.organisation.id),
    lead: await grant("group-lead", here.network.id),
    leadElsewhere: await grant("group-lead", elsewhere.network.id),
    secretariat: await grant("secretariat", here.board.id),
    secretariatElsewhere: await grant("secretariat", elsewhere.board.id),
    icbStaff: await grant("icb-staff", null),
    administrator: await grant("administrator", null),
    leadHeldBack: await heldBack(ctx, await grant("group-lead", here.network.id)),
    administratorHeldBack: await heldBack(ctx, await grant("administrator", null)),
  };
  return { ...here, elsewhere, actors };
}

/** The Assembly team's hands, for what has been done already before a deed. */
export const asTeam = (ctx: Ctx, { actors }: World): Ctx => ({ ...ctx, actor: actors.administrator });

async function makeCorner(ctx: Ctx, name: string) {
  const place = await makePlace(ctx, { name });
  const network = await makeGroup(ctx, { kind: "place-network", name: `${name} network`, placeId: place.id });
  const board = await makeGroup(ctx, { kind: "place-board", name: `${name} Place Board`, placeId: place.id });
  await makeFeed(ctx, network.id, board.id);
  await makeStandingItems(ctx, board.id, ["Apologies for absence"]);
  const networkMeeting = await makeMeeting(ctx, [network.id], { heldOn: "2026-05-20" });
  const boardMeeting = await makeMeeting(ctx, [board.id], { heldOn: "2026-06-11" });
  const organisation = await makeOrganisation(ctx, { name: `${name} Long Table` });
  await ctx.db.insert(organisationPlaces).values({ organisationId: organisation.id, placeId: place.id });
  return { place, network, board, networkMeeting, boardMeeting, organisation };
}

async function makeHolder(ctx: Ctx, role: Role, scopeId: string | null): Promise<Actor> {
  const person = await makePerson(ctx, [[role, scopeId]]);
  await ctx.db
    .insert(roleGrants)
    .values({ personId: person.id, role, scopeId, grantedAt: new Date(ctx.now.getTime() - 60_000) });
  return person;
}

/** Somebody whose second step is not on: the role is granted, and none is held until it is. */
async function heldBack(ctx: Ctx, actor: Actor): Promise<Actor> {
  if (actor.kind !== "person") return actor;
  await ctx.db.update(people).set({ totpSince: null, totpSecret: null }).where(eq(people.id, actor.id));
  return { ...actor, roles: [] };
}
