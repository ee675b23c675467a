import { archiveEvent } from "#app/domain/calendars/typed/call-off.server.ts";
import { findKeptEvent } from "#app/domain/calendars/typed/find-typed-events.server.ts";
import { editEvent } from "#app/domain/calendars/typed/keep-event.server.ts";
import { mayKeepEvents } from "#app/domain/calendars/typed/policy.ts";
import type { Ctx } from "#app/domain/context.ts";
import { findHistory } from "#app/domain/history.server.ts";
import { seenOf } from "#app/domain/section.ts";
import type { OccurrenceState } from "#db/vocabulary.ts";
import { makeTimed } from "#test/factories/events.ts";
import type { Deed } from "#test/setup/matrix/deed.ts";
import { asTeam, type World } from "#test/setup/matrix/world.ts";

const mayKeep: Deed["may"] = (actor, { organisation }) =>
  mayKeepEvents(actor, { organisationId: organisation.id });

/** A single event that the organisation here typed in, a week ahead. */
function dateOf(ctx: Ctx, { organisation }: World, status: OccurrenceState = "confirmed") {
  const event = { organisationId: organisation.id, location: "Hall" };
  return makeTimed(ctx, "2026-04-21T09:00:00Z", "2026-04-21T10:00:00Z", { event, recurrenceId: "", status });
}

const sceneOf =
  (status: OccurrenceState): Deed["scene"] =>
  async (ctx, world) => ({ params: { id: (await dateOf(ctx, world, status)).id } });

const form = {
  ...{ title: "Bench evening", where: "The riverside", repeats: "none" },
  ...{ startsOn: "2026-04-17", startsTime: "6pm", endsTime: "8pm" },
};

export const eventDeeds: Deed[] = [
  {
    file: "routes/organisations/events-new.tsx",
    scene: async (_ctx, { organisation }) => ({ params: { slug: organisation.slug }, form }),
    may: mayKeep,
  },
  {
    file: "routes/events/edit.tsx",
    scene: async (ctx, world) => {
      const { id } = await dateOf(ctx, world);
      const { fields } = await findKeptEvent(asTeam(ctx, world), id);
      return { params: { id }, form: { ...form, seen: seenOf(fields) } };
    },
    may: mayKeep,
  },
  {
    file: "routes/events/version.tsx",
    scene: async (ctx, world) => {
      const [{ id }, team] = [await dateOf(ctx, world), asTeam(ctx, world)];
      const { event, fields } = await findKeptEvent(team, id);
      await editEvent(team, id, { fields: { ...fields, title: "Bench evening" }, seen: seenOf(fields) });
      const [change] = await findHistory(team, "event", event.id);
      return { params: { id, change: change?.id ?? "" } };
    },
    may: mayKeep,
  },
  { file: "routes/events/cancellation.tsx", scene: sceneOf("confirmed"), may: mayKeep },
  { file: "routes/events/reinstatement.tsx", scene: sceneOf("cancelled"), may: mayKeep },
  { file: "routes/events/archive.tsx", scene: sceneOf("confirmed"), may: mayKeep },
  {
    file: "routes/events/restoration.tsx",
    scene: async (ctx, world) => {
      const { id } = await dateOf(ctx, world);
      await archiveEvent(asTeam(ctx, world), id);
      return { params: { id } };
    },
    may: mayKeep,
  },
];
