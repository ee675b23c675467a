import type { Ctx } from "#app/domain/context.ts";
import { findHistory } from "#app/domain/history.server.ts";
import { seenOf } from "#app/domain/section.ts";
import { mayEditService, mayKeepServices, mayRestoreService } from "#app/domain/services/policy.ts";
import { findServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { saveSection } from "#app/domain/services/record/save-section.server.ts";
import type { RecordSection } from "#app/domain/services/record/service-record.ts";
import { archiveService } from "#app/domain/services/states/archive-service.server.ts";
import { publishService } from "#app/domain/services/states/publish-service.server.ts";
import { findVenue } from "#app/domain/services/venues/find-venue.server.ts";
import { makeReadyDraftOf, makeService } from "#test/factories/services.ts";
import { makeVenue } from "#test/factories/venues.ts";
import { NOW } from "#test/setup/context.ts";
import type { Deed } from "#test/setup/matrix/deed.ts";
import { asTeam, type World } from "#test/setup/matrix/world.ts";

const mayKeep: Deed["may"] = (actor, { organisation }) => mayKeepServices(actor, organisation.id);

/** May change a service that is in this state. */
const mayEdit =
  (state: Parameters<typeof mayEditService>[1]["state"]): Deed["may"] =>
  (actor, { organisation }) =>
    mayEditService(actor, { organisationId: organisation.id, state, archivedAt: null });

type Over = Parameters<typeof makeService>[1];

const made = (ctx: Ctx, { organisation }: World, over: Over = {}) =>
  makeService(ctx, { ...over, organisationId: organisation.id });

/** A service of the organisation here, in the state that the deed is done in. */
const sceneOf =
  (over: Over, form: Record<string, string> = {}): Deed["scene"] =>
  async (ctx, world) => ({ params: { slug: (await made(ctx, world, over)).slug }, form });

/** A form of a section as its editor saw it. */
const sectionScene =
  (section: RecordSection, form: Record<string, string>): Deed["scene"] =>
  async (ctx, world) => {
    const { slug } = await made(ctx, world);
    const { record } = await findServiceRecord(asTeam(ctx, world), slug);
    return { params: { slug, section }, form: { ...form, seen: seenOf(record[section]) } };
  };

const hall = { name: "Hall", addressLine: "Green Lane", town: "Diss" };

export const serviceDeeds: Deed[] = [
  {
    file: "routes/organisations/services-new.tsx",
    scene: async (_ctx, { organisation }) => ({
      params: { slug: organisation.slug },
      form: { name: "Lunch", summary: "A hot lunch." },
    }),
    may: mayKeep,
  },
  { file: "routes/services/copy.ts", scene: sceneOf({}), may: mayKeep },
  {
    file: "routes/services/section.tsx",
    scene: sectionScene("cost", { kind: "free" }),
    may: mayEdit("live"),
  },
  {
    file: "routes/services/capacity.tsx",
    scene: sectionScene("capacity", { capacity: "full" }),
    may: mayEdit("live"),
  },
  { file: "routes/services/venue-new.tsx", scene: sceneOf({}, hall), may: mayEdit("live") },
  {
    file: "routes/services/venue.tsx",
    scene: async (ctx, world) => {
      const { id, slug } = await made(ctx, world);
      const { organisation } = world;
      const venue = await makeVenue(ctx, { organisationId: organisation.id, serviceIds: [id] });
      const { fields } = await findVenue(asTeam(ctx, world), slug, venue.id);
      return { params: { slug, venue: venue.id }, form: { ...hall, seen: seenOf(fields) } };
    },
    may: mayEdit("live"),
  },
  {
    file: "routes/services/version.tsx",
    scene: async (ctx, world) => {
      const [team, { id, slug }] = [asTeam(ctx, world), await made(ctx, world)];
      const { capacity } = (await findServiceRecord(team, slug)).record;
      const fields = { ...capacity, capacity: "full" as const };
      await saveSection(team, slug, { section: "capacity", fields }, seenOf(capacity));
      const [change] = await findHistory(ctx, "service", id);
      return { params: { slug, change: change?.id ?? "" } };
    },
    may: mayEdit("live"),
  },
  {
    file: "routes/services/states/publication.tsx",
    scene: async (ctx, { organisation }) => {
      const { service } = await makeReadyDraftOf(ctx, organisation.id);
      return { params: { slug: service.slug }, form: { checked: "yes" } };
    },
    may: mayEdit("draft"),
  },
  {
    file: "routes/services/states/withdrawal.ts",
    scene: async (ctx, { organisation, actors }) => {
      const { slug } = (await makeReadyDraftOf(ctx, organisation.id)).service;
      await publishService({ ...ctx, actor: actors.editor }, slug);
      return { params: { slug } };
    },
    may: mayEdit("waiting"),
  },
  {
    file: "routes/services/states/state.tsx",
    scene: sceneOf({}, { note: "We paint the hall." }),
    may: mayEdit("live"),
  },
  {
    file: "routes/services/states/reopening.ts",
    scene: sceneOf({ state: "temporarily-closed", stateNote: "We paint the hall." }),
    may: mayEdit("temporarily-closed"),
  },
  { file: "routes/services/states/archive.tsx", scene: sceneOf({}), may: mayEdit("live") },
  {
    file: "routes/services/states/restoration.tsx",
    scene: async (ctx, world) => {
      const { slug } = await made(ctx, world);
      await archiveService(asTeam(ctx, world), slug);
      return { params: { slug } };
    },
    may: (actor, { organisation }) => {
      const archivedAt = NOW.toISOString();
      return mayRestoreService(
        actor,
        { organisationId: organisation.id, state: "archived", archivedAt },
        NOW,
      );
    },
  },
];
