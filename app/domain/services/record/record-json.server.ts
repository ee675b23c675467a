import { sql } from "drizzle-orm";

/* The sections of service `s` as JSON, in the shape of service-record.ts; hours come as plain rows. */

const termSlugs = sql`(
  select coalesce(json_agg(t.slug order by t.position, t.name), '[]')
  from service_terms st join taxonomy_terms t on t.id = st.term_id
  join taxonomies x on x.id = t.taxonomy_id and x.slug = 'topics' where st.service_id = s.id)`;

const venues = sql`(
  select coalesce(json_agg(json_build_object('id', l.id, 'note', sal.description) order by l.name, l.id), '[]')
  from services_at_locations sal join locations l on l.id = sal.location_id where sal.service_id = s.id)`;

const areas = sql`(
  select coalesce(json_agg(f.slug order by f.slug), '[]')
  from service_areas sa join footprints f on f.id = sa.footprint_id where sa.service_id = s.id)`;

const areaWords = sql`(
  select coalesce(string_agg(sa.name, ', ' order by sa.name), '')
  from service_areas sa where sa.service_id = s.id and sa.footprint_id is null)`;

/** Two indexed looks; an "or" over both owners would read every schedule. */
const hours = sql`(
  select coalesce(json_agg(json_build_object(
    'at', sal.location_id, 'validFrom', sc.valid_from, 'validTo', sc.valid_to, 'dtstart', sc.dtstart,
    'freq', sc.freq, 'interval', sc.interval, 'byday', sc.byday, 'bymonthday', sc.bymonthday,
    'opensAt', left(sc.opens_at::text, 5), 'closesAt', left(sc.closes_at::text, 5),
    'description', sc.description, 'isClosed', sc.is_closed)
    order by sc.valid_from nulls first, sc.freq desc nulls last, sc.byday, sc.opens_at, sc.id), '[]')
  from schedules sc left join services_at_locations sal on sal.id = sc.service_at_location_id
  where sc.id in (
    select id from schedules where service_id = s.id
    union all
    select at.id from schedules at join services_at_locations v on v.id = at.service_at_location_id
    where v.service_id = s.id))`;

/** Costs with dates of their own came from elsewhere, and are left alone. */
const costs = sql`(
  select coalesce(json_agg(json_build_object(
    'option', co.option, 'amount', co.amount, 'amountDescription', co.amount_description)
    order by co.amount nulls last, co.option, co.id), '[]')
  from cost_options co where co.service_id = s.id and co.valid_from is null and co.valid_to is null)`;

const phones = sql`(
  select coalesce(json_agg(json_build_object(
    'number', ph.number, 'extension', ph.extension, 'description', ph.description, 'isPublic', ph.is_public)
    order by ph.number, ph.id), '[]')
  from phones ph where ph.service_id = s.id)`;

/** A contact with a number for partners only counts as one for partners only: saving it must not tell more. */
const contacts = sql`(
  select coalesce(json_agg(json_build_object(
    'name', ct.name, 'title', ct.title, 'email', ct.email,
    'phones', (select coalesce(json_agg(ph.number order by ph.number, ph.id), '[]')
               from phones ph where ph.contact_id = ct.id),
    'isPublic', ct.is_public
      and not exists (select from phones ph where ph.contact_id = ct.id and not ph.is_public))
    order by ct.name nulls last, ct.title, ct.id), '[]')
  from contacts ct where ct.service_id = s.id)`;

const languages = sql`(
  select coalesce(json_agg(json_build_object('code', la.code, 'note', la.note) order by la.code, la.id), '[]')
  from languages la where la.service_id = s.id)`;

const funders = sql`(
  select coalesce(json_agg(fu.source order by fu.source collate "C", fu.id), '[]')
  from funding fu where fu.service_id = s.id)`;

export const recordJson = sql`json_build_object(
  'basics', json_build_object('name', s.name, 'summary', s.summary, 'description', s.description,
    'topics', ${termSlugs}, 'url', s.url),
  'where', json_build_object('isOnline', s.is_online, 'venues', ${venues}, 'areas', ${areas},
    'areaWords', ${areaWords}, 'gettingThere', s.getting_there),
  'when', json_build_object('rows', ${hours}, 'bankHolidays', s.bank_holidays, 'isTermTimeOnly', s.is_term_time_only),
  'cost', json_build_object('costs', ${costs}),
  'contact', json_build_object('email', s.email, 'phones', ${phones}, 'contacts', ${contacts},
    'referralRoute', s.referral_route, 'funders', ${funders}, 'assurerEmail', s.assurer_email),
  'who-for', json_build_object('eligibility', s.eligibility, 'minimumAge', s.minimum_age,
    'maximumAge', s.maximum_age, 'languages', ${languages}),
  'capacity', json_build_object('capacity', s.capacity, 'waitWeeks', s.wait_weeks, 'capacityNote', s.capacity_note))`;
