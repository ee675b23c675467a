import type { Ctx } from "#app/domain/context.ts";
import { findHistory } from "#app/domain/history.server.ts";
import { editOpportunity } from "#app/domain/opportunities/edit-opportunity.server.ts";
import { findKeptOpportunity } from "#app/domain/opportunities/find-kept.server.ts";
import { mayKeepOpportunities, mayRestoreOpportunity } from "#app/domain/opportunities/policy.ts";
import { publishOpportunity } from "#app/domain/opportunities/publish-opportunity.server.ts";
import { archiveOpportunity } from "#app/domain/opportunities/take-down.server.ts";
import { seenOf } from "#app/domain/section.ts";
import { makeOpportunity, opportunityFields } from "#test/factories/opportunities.ts";
import { NOW } from "#test/setup/context.ts";
import type { Deed } from "#test/setup/matrix/deed.ts";
import { asTeam, type World } from "#test/setup/matrix/world.ts";

const mayKeep: Deed["may"] = (actor, { organisation }) =>
  mayKeepOpportunities(actor, { organisationId: organisation.id });

type Over = Parameters<typeof makeOpportunity>[1];

const made = (ctx: Ctx, { organisation }: World, over: Over = {}) =>
  makeOpportunity(ctx, { ...over, organisationId: organisation.id });

/** An opportunity of the organisation here, in the state that the deed is done in. */
const sceneOf =
  (over: Over, form: Record<string, string> = {}): Deed["scene"] =>
  async (ctx, world) => ({ params: { slug: (await made(ctx, world, over)).slug }, form });

const form = {
  ...{ title: "Bench builder", summary: "Help to build benches.", commitment: "Two hours on Tuesdays" },
  ...{ howToApply: "Come and see us.", closesOn: "2026-05-01", closesTime: "5pm" },
};

export const opportunityDeeds: Deed[] = [
  {
    file: "routes/organisations/opportunities-new.tsx",
    scene: async (_ctx, { organisation }) => ({
      params: { slug: organisation.slug },
      form: { kind: "volunteering" },
    }),
    may: mayKeep,
  },
  {
    file: "routes/opportunities/new.tsx",
    scene: async (_ctx, { organisation }) => ({
      params: { slug: organisation.slug, kind: "volunteering" },
      form,
    }),
    may: mayKeep,
  },
  {
    file: "routes/opportunities/edit.tsx",
    scene: async (ctx, world) => {
      const { slug } = await made(ctx, world);
      const { fields } = await findKeptOpportunity(asTeam(ctx, world), slug);
      return { params: { slug }, form: { ...form, seen: seenOf(fields) } };
    },
    may: mayKeep,
  },
  {
    file: "routes/opportunities/version.tsx",
    scene: async (ctx, world) => {
      const [team, { id, slug }] = [asTeam(ctx, world), await made(ctx, world)];
      const { fields } = await findKeptOpportunity(team, slug);
      await editOpportunity(team, slug, { fields: opportunityFields(), seen: seenOf(fields) });
      const [change] = await findHistory(ctx, "opportunity", id);
      return { params: { slug, change: change?.id ?? "" } };
    },
    may: mayKeep,
  },
  { file: "routes/opportunities/publication.tsx", scene: sceneOf({ state: "draft" }), may: mayKeep },
  { file: "routes/opportunities/closure.tsx", scene: sceneOf({}, { note: "Until May." }), may: mayKeep },
  { file: "routes/opportunities/copy.tsx", scene: sceneOf({}), may: mayKeep },
  {
    // While it waits for approval, which is withdrawn with it
    file: "routes/opportunities/archive.tsx",
    scene: async (ctx, world) => {
      const { slug } = await made(ctx, world, { state: "draft" });
      await publishOpportunity({ ...ctx, actor: world.actors.editor }, slug);
      return { params: { slug } };
    },
    may: mayKeep,
  },
  {
    file: "routes/opportunities/restoration.tsx",
    scene: async (ctx, world) => {
      const { slug } = await made(ctx, world);
      await archiveOpportunity(asTeam(ctx, world), slug);
      return { params: { slug } };
    },
    may: (actor, { organisation }) =>
      mayRestoreOpportunity(actor, { organisationId: organisation.id, archivedAt: NOW }, NOW),
  },
];
