import { type SQL, sql } from "drizzle-orm";
import * as v from "valibot";
import { mayHandleCaseOf } from "#app/domain/cases/find-case.server.ts";
import type { Actor, Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { londonDay, londonTime } from "#app/domain/london-day.ts";
import {
  type Contact,
  contactsJson,
  type Phone,
  phonesJson,
} from "#app/domain/organisations/contact-details.server.ts";
import { Slug } from "#app/domain/shapes.ts";
import type { CapacityState, RecordState } from "#db/vocabulary.ts";
import { dayRulesInWords } from "./bank-holidays.ts";
import { type Confirmation, confirmationOf } from "./confirmation.ts";
import { type CostOption, costLines } from "./cost.ts";
import { addressIsHidden, costsJson, placesJson, schedulesJson } from "./facts.server.ts";
import { type OpeningHours, openingHours } from "./opening-hours.ts";
import { type DayRules, type NextOpening, nextOpening } from "./opens-on.ts";
import { mayKeepServices } from "./policy.ts";
import type { Schedule } from "./schedule.ts";

export interface Venue {
  id: string;
  name: string;
  /** What is said of this service at this venue. */
  note: string;
  /** Street, town and postcode; null when the address is hidden or there is none. */
  address: string[] | null;
  /** All else that is said of the venue is then empty, but for its hours. */
  isHidden: boolean;
  transportation: string;
  accessibility: { description: string; details: string; url: string | null }[];
  phones: Phone[];
  hours: OpeningHours;
  next: NextOpening | null;
}

export interface ServicePage {
  id: string;
  slug: string;
  name: string;
  summary: string;
  description: string;
  url: string | null;
  email: string | null;
  eligibility: string;
  minimumAge: number | null;
  maximumAge: number | null;
  referralRoute: string;
  gettingThere: string;
  isOnline: boolean;
  capacity: CapacityState;
  waitWeeks: number | null;
  capacityNote: string;
  /** An instant, ISO 8601; null where nobody has said since when. */
  capacitySetAt: string | null;
  state: RecordState;
  /** Why it is closed for a while. */
  stateNote: string;
  confirmation: Confirmation;
  organisation: { id: string; slug: string; name: string; website: string | null; email: string | null };
  costs: string[];
  hours: OpeningHours;
  /** What holds on bank holidays and out of term, in sentences. */
  dayRules: string[];
  next: NextOpening | null;
  venues: Venue[];
  places: { slug: string; name: string }[];
  areas: string[];
  phones: Phone[];
  contacts: Contact[];
  languages: string[];
  topics: { slug: string; name: string }[];
}

/** Everything that the page of one service shows. Throws NotFound for one that is unknown or not public. */
export async function findService(ctx: Ctx, slug: string): Promise<ServicePage> {
  const row = await findRow(ctx, slug);
  if (!row || !isPublic(row.state) || !isPublic(row.organisationState)) throw new NotFound("that service");
  return pageOf(ctx, row);
}

/**
 * The same page of a service in whatever state, for those who keep it and those who may approve it.
 * Throws NotFound for others.
 */
export async function findServicePreview(
  ctx: Ctx,
  slug: string,
): Promise<ServicePage & { mayKeep: boolean }> {
  const row = await findRow(ctx, slug);
  const mayKeep = row !== undefined && mayKeepServices(ctx.actor, row.organisationId);
  if (!row || !(mayKeep || (await mayHandleCaseOf(ctx, row.id)))) throw new NotFound("that service");
  return { ...pageOf(ctx, row), mayKeep };
}

/** What is closed for a while keeps its page, which says so. */
const isPublic = (state: RecordState) => state === "live" || state === "temporarily-closed";

async function findRow(ctx: Ctx, slug: string): Promise<Row | undefined> {
  if (!v.is(Slug, slug)) return undefined;
  const today = londonDay(ctx.now);
  const [row] = await ctx.db.execute<Row>(sql`
    select ${own}, ${costsJson(today)} as costs, ${schedulesJson(sql`sc.service_id = s.id`)} as schedules,
      ${venuesJson(ctx.actor)} as venues, ${placesJson} as places, ${areasJson} as areas,
      ${phonesJson(ctx.actor, sql`ph.service_id = s.id`)} as phones,
      ${contactsJson(ctx.actor, ownedContacts)} as contacts,
      ${languagesJson} as languages, ${topicsJson} as topics, ${rulesJson(today)} as rules
    from services s join organisations o on o.id = s.organisation_id
    where s.slug = ${slug}`);
  return row;
}

function pageOf(ctx: Ctx, row: Row): ServicePage {
  const { schedules, costs, venues, rules, ...found } = row;
  const { confirmedOn, dueOn, organisationId: _, organisationState: __, ...service } = found;
  const today = londonDay(ctx.now);
  const clock = { day: today, time: londonTime(ctx.now) };
  const isOpenAtAll = service.state !== "temporarily-closed";
  const next = (rows: Schedule[]) => (isOpenAtAll ? nextOpening(rows, rules, clock) : null);
  const everywhere = schedules.filter(({ freq }) => freq === null);
  const everyRow = [...schedules, ...venues.flatMap((venue) => venue.schedules)];
  return {
    ...service,
    confirmation: confirmationOf({ confirmedOn, dueOn }, today),
    costs: costLines(costs),
    hours: openingHours(schedules, today),
    dayRules: dayRulesInWords(everyRow, rules, today),
    next: next(schedules),
    venues: venues.map(({ schedules: hours, ...venue }) => ({
      ...venue,
      hours: openingHours(hours, today),
      next: hours.length > 0 ? next([...hours, ...everywhere]) : null,
    })),
  };
}

type Row = Omit<ServicePage, "confirmation" | "costs" | "hours" | "venues" | "dayRules" | "next"> & {
  organisationId: string;
  organisationState: RecordState;
  confirmedOn: string | null;
  dueOn: string | null;
  costs: CostOption[];
  schedules: Schedule[];
  rules: DayRules;
  venues: (Omit<Venue, "hours" | "next"> & { schedules: Schedule[] })[];
};

/** Holidays of the next months: as far as anybody looks ahead. */
const rulesJson = (today: string) => sql`json_build_object(
  'bankHolidays', s.bank_holidays, 'isTermTimeOnly', s.is_term_time_only,
  'holidays', (select coalesce(json_agg(json_build_object('day', b.day, 'name', b.name) order by b.day), '[]')
               from bank_holidays b where b.day between ${today}::date and ${today}::date + 92))`;

/** The way to a service is told of all its venues at once: one hidden keeps it untold. */
const isSomewhereHidden = sql`(
  o.address_is_hidden or exists (
    select from services_at_locations sal join locations l on l.id = sal.location_id
    where sal.service_id = s.id and ${addressIsHidden}))`;

const own = sql`
  s.id, s.slug, s.name, s.summary, s.description, s.url, s.email, s.eligibility, s.capacity,
  s.minimum_age as "minimumAge", s.maximum_age as "maximumAge", s.referral_route as "referralRoute",
  case when ${isSomewhereHidden} then '' else s.getting_there end as "gettingThere", s.is_online as "isOnline", s.wait_weeks as "waitWeeks",
  s.capacity_note as "capacityNote", to_char(s.capacity_set_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "capacitySetAt", s.state, s.state_note as "stateNote",
  s.organisation_id as "organisationId", o.state as "organisationState",
  s.confirmed_on as "confirmedOn", s.review_due_on as "dueOn",
  json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'website', o.website,
    'email', case when o.email_is_public then o.email end) as organisation`;

/** Of a hidden address only the hours are left: a note, a ramp or a number of the house may tell where it is. */
function venuesJson(actor: Actor): SQL {
  return sql`(
    select coalesce(json_agg(json_build_object(
      'id', l.id,
      'name', case when hidden then '' else l.name end,
      'note', case when hidden then '' else sal.description end,
      'isHidden', hidden,
      'address', case when hidden then null else (
        select json_build_array(a.address_1, a.city, a.postal_code) from addresses a
        where a.location_id = l.id and a.address_type = 'physical' order by a.id limit 1) end,
      'transportation', case when hidden then '' else l.transportation end,
      'accessibility', (
        select coalesce(json_agg(json_build_object(
          'description', ac.description, 'details', ac.details, 'url', ac.url) order by ac.description), '[]')
        from accessibility ac where ac.location_id = l.id and not hidden),
      'phones', ${phonesJson(actor, sql`ph.location_id = l.id and not hidden`)},
      'schedules', ${schedulesJson(sql`sc.service_at_location_id = sal.id`)}) order by l.name, l.id), '[]')
    from services_at_locations sal
    join locations l on l.id = sal.location_id
    cross join lateral (select ${addressIsHidden} as hidden) as privacy
    where sal.service_id = s.id and l.location_type = 'physical')`;
}

const areasJson = sql`(
  select coalesce(json_agg(distinct sa.name), '[]') from service_areas sa where sa.service_id = s.id)`;

/** Two indexed looks; an "or" over both owners would read every contact. */
const ownedContacts = sql`ct.id in (
  select id from contacts where service_id = s.id
  union all
  select c.id from contacts c join services_at_locations sal on sal.id = c.service_at_location_id
  where sal.service_id = s.id)`;

const languagesJson = sql`(
  select coalesce(json_agg(case when la.note = '' then la.name else la.name || ' (' || la.note || ')' end
    order by la.name), '[]')
  from languages la where la.service_id = s.id)`;

const topicsJson = sql`(
  select coalesce(json_agg(json_build_object('slug', t.slug, 'name', t.name) order by t.position, t.name), '[]')
  from service_terms st
  join taxonomy_terms t on t.id = st.term_id
  join taxonomies x on x.id = t.taxonomy_id and x.slug = 'topics'
  where st.service_id = s.id)`;
