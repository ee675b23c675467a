import { randomUUID } from "node:crypto";
import type { EventFields } from "#app/domain/calendars/typed/event-fields.ts";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/ui/kit/dates/date-time.ts";
import { events, occurrences } from "#db/schema/calendars.ts";
import { makeOrganisation } from "./organisations.ts";

export async function makeEvent(ctx: Ctx, over: Partial<typeof events.$inferInsert> = {}) {
  const owned = over.calendarId ?? over.organisationId;
  const organisationId = owned ? (over.organisationId ?? null) : (await makeOrganisation(ctx)).id;
  const [made] = await ctx.db
    .insert(events)
    .values({ uid: randomUUID(), summary: "Friday café", ...over, organisationId })
    .returning();
  if (!made) throw new Error("The event was not made");
  return made;
}

type Over = Partial<typeof occurrences.$inferInsert> & { event?: Partial<typeof events.$inferInsert> };

/** A happening from one moment to another ("2026-04-17T09:00:00Z"), of an event of its own unless told. */
export async function makeTimed(ctx: Ctx, start: string, end: string | null, { event, ...over }: Over = {}) {
  const startsOn = londonDay(start);
  const when = { startsAt: new Date(start), endsAt: end ? new Date(end) : null };
  const endsOn = end ? londonDay(new Date(Date.parse(end) - 1)) : startsOn;
  return makeOccurrence(ctx, { startsOn, endsOn, ...when, ...over }, event);
}

/** A happening of whole days; `dayAfter` is the day after the last. */
export async function makeAllDay(ctx: Ctx, first: string, dayAfter: string, { event, ...over }: Over = {}) {
  return makeOccurrence(ctx, { allDay: true, startsOn: first, endsOn: dayAfter, ...over }, event);
}

type When = Partial<typeof occurrences.$inferInsert> & { startsOn: string; endsOn: string };

async function makeOccurrence(ctx: Ctx, when: When, over: Over["event"]) {
  const eventId = when.eventId ?? (await makeEvent(ctx, over)).id;
  const [made] = await ctx.db
    .insert(occurrences)
    .values({ summary: over?.summary ?? "Friday café", recurrenceId: when.startsOn, ...when, eventId })
    .returning();
  if (!made) throw new Error("The occurrence was not made");
  return made;
}

/** What a keeper types in, as the domain keeps it: one Friday evening. */
export function eventFields(over: Partial<EventFields> = {}): EventFields {
  return {
    title: "Bench evening",
    description: "Bring a friend.",
    cost: "",
    locationId: null,
    where: "The riverside",
    place: null,
    topic: null,
    onlineUrl: null,
    allDay: false,
    startsOn: "2026-04-17",
    endsOn: null,
    startsTime: "18:00",
    endsTime: "20:00",
    repeats: "none",
    until: null,
    ...over,
  };
}
