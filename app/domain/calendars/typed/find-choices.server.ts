import type { Ctx } from "#app/domain/context.ts";
import { findPlaces } from "#app/domain/places/find.server.ts";
import { seenOf } from "#app/domain/section.ts";
import { findTopicGroups } from "#app/domain/services/record/find-choices.server.ts";
import { findKeptEvent, findOrganisationOfEvents } from "./find-typed-events.server.ts";
import { findVenues } from "./venues.server.ts";

/** What the form of a new event offers. Throws NotFound to those who do not keep the organisation. */
export async function findChoicesForEvent(ctx: Ctx, organisationSlug: string) {
  const organisation = await findOrganisationOfEvents(ctx, organisationSlug);
  return { organisation, choices: await findChoices(ctx, organisation.id) };
}

/** What the form of an event holds and offers. Throws NotFound. */
export async function findEventToEdit(ctx: Ctx, dateId: string) {
  const { event, date, organisation, fields } = await findKeptEvent(ctx, dateId);
  const choices = await findChoices(ctx, organisation.id);
  const { isPublic, rrule } = event;
  return {
    dateId: date.id,
    isPublic,
    repeats: rrule !== null,
    organisation,
    fields,
    seen: seenOf(fields),
    choices,
  };
}

async function findChoices(ctx: Ctx, organisationId: string) {
  const [venues, places, groups] = await Promise.all([
    findVenues(ctx, organisationId),
    findPlaces(ctx),
    findTopicGroups(ctx),
  ]);
  return {
    venues: venues.map(({ id, words }) => ({ id, words })),
    places: places.map(({ slug, name }) => ({ slug, name })),
    // Whatever an event may have has to be in the list, or saving the form would take it away
    topics: groups.flatMap(({ name: widest, topics }) =>
      topics.map(({ slug, name }) => ({ slug, name: name === widest ? name : `${widest}: ${name}` })),
    ),
  };
}
