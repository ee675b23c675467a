import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid } from "#app/domain/errors.ts";
import { refuseIfCrossed } from "#app/domain/history.server.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { londonInstant } from "#app/domain/london-time.ts";
import { record } from "#app/domain/record.server.ts";
import { events, occurrences } from "#db/schema/calendars.ts";
import { datesOf, listedUntil } from "./dates.ts";
import type { EventFields } from "./event-fields.ts";
import { findOrganisationOfEvents, holdKeptEvent } from "./find-typed-events.server.ts";
import { keepDates } from "./keep-dates.server.ts";
import { ruleOf } from "./repeats.ts";
import { whereAndWhat } from "./venues.server.ts";

/**
 * Types in an event, with its dates. The answer is the id of its first date. The same event sent twice is one.
 * Throws NotFound to those who do not keep the organisation, or Invalid.
 */
export function addEvent(ctx: Ctx, organisationSlug: string, fields: EventFields): Promise<{ id: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const organisation = await findOrganisationOfEvents(inside, organisationSlug);
    if (fields.startsOn < londonDay(ctx.now)) throw refused("startsOn", "The day must be today or later");
    const where = await whereAndWhat(inside, organisation.id, fields);
    const rrule = ruleOf(fields);
    const twin = await findTwin(inside, organisation.id, { fields, rrule, location: where.location });
    if (twin) return twin;
    const id = randomUUID();
    await db.insert(events).values({
      ...{ id, uid: `${id}@events.assembly`, organisationId: organisation.id },
      ...{ ...saidIn(fields), ...where, rrule, createdAt: ctx.now, updatedAt: ctx.now },
    });
    await writeDates(inside, { id, rrule, sequence: 0, location: where.location }, fields);
    const first = await findFirstDate(inside, id);
    await record(inside, { deed: "add event", noun: "event", nounId: id, after: { details: fields } });
    return first;
  });
}

/** An event that says the same, of a form that was sent twice; two who send it at once wait for one another. */
async function findTwin(
  { db }: Ctx,
  organisationId: string,
  { fields, rrule, location }: { fields: EventFields; rrule: string | null; location: string },
): Promise<{ id: string } | undefined> {
  await db.execute(sql`select from organisations where id = ${organisationId} for no key update`);
  const { title, description, startsOn, startsTime } = fields;
  const starts = startsTime ? londonInstant(startsOn, startsTime) : null;
  const [twin] = await db
    .select({ id: occurrences.id })
    .from(events)
    .innerJoin(occurrences, eq(occurrences.eventId, events.id))
    .where(
      and(
        and(eq(events.organisationId, organisationId), isNull(events.calendarId), eq(events.isPublic, true)),
        and(eq(events.summary, title), eq(events.description, description), eq(events.location, location)),
        rrule === null ? isNull(events.rrule) : eq(events.rrule, rrule),
        eq(occurrences.startsOn, startsOn),
        starts === null ? isNull(occurrences.startsAt) : eq(occurrences.startsAt, starts),
      ),
    )
    .limit(1);
  return twin;
}

/**
 * Saves an event: what is past of a series stays, its dates to come follow. SEQUENCE goes up, so that calendars
 * know the newer version. Throws NotFound, Invalid, or Conflict: with both versions where somebody else saved meanwhile.
 * @param edit.seen The stamp of the fields as the editor saw them.
 */
export function editEvent(
  ctx: Ctx,
  dateId: string,
  { fields, seen, deed = "edit event" }: { fields: EventFields; seen: string; deed?: string },
): Promise<{ id: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { event, fields: before, organisation } = await holdKeptEvent(inside, dateId);
    if (!event.isPublic) throw new Conflict("This was taken down. Put it back first, then change it.");
    await refuseIfCrossed(inside, { noun: "event", id: event.id }, { seen, current: before, mine: fields });
    const moved = fields.startsOn !== before.startsOn;
    if (moved && fields.startsOn < londonDay(ctx.now))
      throw refused("startsOn", "The day must be today or later");
    const where = await whereAndWhat(inside, organisation.id, fields);
    const rrule = ruleOf(fields, event.rrule);
    const sequence = event.sequence + 1;
    await db
      .update(events)
      .set({ ...saidIn(fields), ...where, rrule, sequence, updatedAt: ctx.now })
      .where(eq(events.id, event.id));
    await writeDates(inside, { id: event.id, rrule, sequence, location: where.location }, fields);
    await record(inside, {
      ...{ deed, noun: "event", nounId: event.id },
      before: { details: before },
      after: { details: fields },
    });
    return { id: dateId };
  });
}

function saidIn({ title, description, cost, onlineUrl }: EventFields) {
  return { summary: title, description, cost, onlineUrl };
}

async function writeDates(
  ctx: Ctx,
  event: { id: string; rrule: string | null; sequence: number; location: string },
  fields: EventFields,
): Promise<void> {
  const { now } = ctx;
  const { location, sequence, rrule: rule } = event;
  const shown = { summary: fields.title, location, onlineUrl: fields.onlineUrl, sequence };
  const dates = datesOf(fields, { rule, from: londonDay(now), now }, shown);
  if (dates.length === 0)
    throw refused("startsOn", `No date of it falls before ${listedUntil(now)}. Choose an earlier first day`);
  await keepDates(ctx, event.id, dates);
}

async function findFirstDate({ db }: Ctx, eventId: string): Promise<{ id: string }> {
  const [first] = await db
    .select({ id: occurrences.id })
    .from(occurrences)
    .where(and(eq(occurrences.eventId, eventId)))
    .orderBy(sql`${occurrences.startsOn}, ${occurrences.startsAt}`)
    .limit(1);
  if (!first) throw new Conflict("The event could not be saved.");
  return first;
}

function refused(field: string, message: string): Invalid {
  return new Invalid(message, { [field]: message });
}
