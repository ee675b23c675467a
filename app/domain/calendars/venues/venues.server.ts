import { and, asc, eq, sql } from "drizzle-orm";
import { findKeptCalendar } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import { placeEvents } from "#app/domain/calendars/venues/place-events.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import { record } from "#app/domain/record.server.ts";
import { events, occurrences } from "#db/schema/calendars.ts";
import { calendarVenues } from "#db/schema/diary/syncs.ts";
import { addresses, locations } from "#db/schema/locations.ts";
import { venueMatcher } from "./venue-score.ts";

/** A text of a LOCATION, what was decided about it, and which venues it may mean. */
export interface PlaceInWords {
  words: string;
  /** How many events say it. */
  events: number;
  /** "none" or "online", or the venue's id; null while nobody has said. */
  decided: string | null;
  suggestions: { id: string; words: string; score: number }[];
}

const mostPlaces = 40;

/**
 * The places that an organisation's calendar names, those that nobody decided on first; a group's meetings have no
 * venue. Suggestions change nothing by themselves (calendar case 60). Throws NotFound.
 */
export async function findPlacesInWords(ctx: Ctx, id: string): Promise<PlaceInWords[]> {
  const { calendar } = await findKeptCalendar(ctx, id);
  const said = calendar.organisationId ? await findSaid(ctx, id) : [];
  if (said.length === 0) return [];
  const decisions = await ctx.db.select().from(calendarVenues).where(eq(calendarVenues.calendarId, id));
  const byWords = new Map(decisions.map((row) => [row.words, row]));
  const venues = await findVenues(ctx);
  const inWords = new Map(venues.map((venue) => [venue.id, venueInWords(venue)]));
  const suggest = venueMatcher(venues);
  const found = said.map(({ words, events }) => {
    const row = byWords.get(words);
    const matches = suggest(words);
    const chosen = row?.locationId && !matches.some((match) => match.id === row.locationId);
    const all = chosen && row.locationId ? [{ id: row.locationId, score: 100 }, ...matches] : matches;
    return {
      ...{ words, events },
      decided: row ? (row.locationId ?? (row.isOnline ? "online" : "none")) : null,
      suggestions: all.map((match) => ({ ...match, words: inWords.get(match.id) ?? "" })),
    };
  });
  return found.toSorted((a, b) => Number(a.decided !== null) - Number(b.decided !== null));
}

/** How many places an organisation's calendar names, and of how many somebody said what they are. Throws NotFound. */
export async function countPlaces(ctx: Ctx, id: string): Promise<{ all: number; decided: number }> {
  const { calendar } = await findKeptCalendar(ctx, id);
  const said = calendar.organisationId ? await findSaid(ctx, id) : [];
  if (said.length === 0) return { all: 0, decided: 0 };
  const rows = await ctx.db
    .select({ words: calendarVenues.words })
    .from(calendarVenues)
    .where(eq(calendarVenues.calendarId, id));
  const decided = new Set(rows.map(({ words }) => words));
  return { all: said.length, decided: said.filter(({ words }) => decided.has(words)).length };
}

/** Texts that look like an address of the web are online events already. */
async function findSaid({ db }: Ctx, calendarId: string): Promise<{ words: string; events: number }[]> {
  const words = sql<string>`coalesce(nullif(btrim(${occurrences.location}), ''), btrim(${events.location}))`;
  const named = db
    .selectDistinct({ words: words.as("words"), eventId: events.id })
    .from(events)
    .innerJoin(occurrences, eq(occurrences.eventId, events.id))
    .where(and(eq(events.calendarId, calendarId), eq(events.isPublic, true), sql`${words} <> ''`))
    .as("named");
  return db
    .select({ words: named.words, events: sql<number>`count(*)::int` })
    .from(named)
    .groupBy(named.words)
    .orderBy(sql`count(*) desc`, asc(named.words))
    .limit(mostPlaces);
}

async function findVenues({ db }: Ctx) {
  const { id, name } = locations;
  const rows = await db
    .selectDistinctOn([id], {
      ...{ id, name, address: addresses.address1, town: addresses.city, postcode: addresses.postalCode },
    })
    .from(locations)
    .leftJoin(addresses, eq(addresses.locationId, id))
    .where(and(eq(locations.locationType, "physical"), eq(locations.addressIsHidden, false)))
    .orderBy(asc(id), asc(addresses.id));
  return rows.map(({ address, town, postcode, ...row }) => ({
    ...{ ...row, address: address ?? "", town: town ?? "", postcode: postcode ?? "" },
  }));
}

type FoundVenue = Awaited<ReturnType<typeof findVenues>>[number];

const venueInWords = ({ name, address, town, postcode }: FoundVenue): string =>
  [...new Set([name, address, town, postcode])].filter(Boolean).join(", ");

/** Says which of our venues a calendar means by a text, that it is none of them, or online. Throws NotFound, Invalid. */
export function decideVenue(
  ctx: Ctx,
  calendarId: string,
  input: { words: string; venue: string },
): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    await findKeptCalendar(inside, calendarId);
    const { words, venue } = input;
    if (venue === "") refuse("venue", "Choose a venue, or none of them");
    if (!(await findSaid(inside, calendarId)).some((said) => said.words === words))
      refuse("words", "This calendar no longer names that place");
    const place = venue === "none" || venue === "online" ? null : await findVenue(inside, venue);
    const decided = { locationId: place?.id ?? null, isOnline: venue === "online" };
    const by = { decidedById: ctx.actor.kind === "person" ? ctx.actor.id : null, decidedAt: ctx.now };
    await db
      .insert(calendarVenues)
      .values({ calendarId, words, ...decided, ...by })
      .onConflictDoUpdate({
        target: [calendarVenues.calendarId, calendarVenues.words],
        set: { ...decided, ...by },
      });
    await placeEvents(inside, calendarId);
    await record(inside, {
      deed: "decide venue",
      noun: "calendar",
      nounId: calendarId,
      after: { words, venue },
    });
  });
}

async function findVenue({ db }: Ctx, id: string): Promise<{ id: string }> {
  const [place] = await db
    .select({ id: locations.id })
    .from(locations)
    .where(and(eq(locations.id, id), eq(locations.addressIsHidden, false)));
  return place ?? refuse("venue", "Choose a venue from the list");
}

function refuse(field: string, message: string): never {
  throw new Invalid(message, { [field]: message });
}
