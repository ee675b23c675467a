import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { indexServices } from "#app/domain/search/index-services.server.ts";
import { loadDemo } from "#db/demo/load.server.ts";
import { ICP_MEETING_2022_04_28, MEETING_2022_04_28 } from "#db/demo/meeting-2022-04-28.ts";
import { connection, NOW } from "#test/setup/context.ts";

// Only read here, and this file has a database of its own: loaded once, for all.
beforeAll(async () => {
  await loadDemo(connection().db, NOW);
  await indexServices({ db: connection().db, now: NOW });
});

const rowsOf = async <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) => [
  ...(await connection().db.execute<T>(query)),
];
const countOf = async (query: ReturnType<typeof sql>) =>
  (await rowsOf<{ n: number }>(sql`select count(*)::int as n from (${query}) as found`))[0]?.n;

describe("the demo data", () => {
  test("has enough of everything to look round", async () => {
    const kinds = await rowsOf<{ kind: string; n: number }>(
      sql`select kind, count(*)::int as n from groups group by kind order by kind`,
    );

    expect(Object.fromEntries(kinds.map(({ kind, n }) => [kind, n]))).toEqual({
      assembly: 1,
      "steering-group": 1,
      "place-network": 5,
      forum: 3,
      "place-board": 5,
      partnership: 8,
      "health-and-wellbeing-board": 1,
      "integrated-care-partnership": 1,
      workstream: 6,
    });
    expect(await countOf(sql`select from places`)).toBe(5);
    expect(await countOf(sql`select from districts`)).toBe(8);
    expect(await countOf(sql`select from organisations`)).toBeGreaterThanOrEqual(80);
    expect(await countOf(sql`select from services`)).toBeGreaterThanOrEqual(200);
    expect(await countOf(sql`select from opportunities`)).toBe(41);
    expect(await countOf(sql`select distinct kind from opportunities`)).toBe(7);
    expect(
      await countOf(sql`select from seats s join groups g on g.id = s.group_id where g.abbreviation = 'ICP'`),
    ).toBe(38);
  });

  test("has a service of every topic in every place", async () => {
    const missing = await rowsOf(sql`select p.slug as place, t.slug as topic from places p
          cross join taxonomy_terms t join taxonomies x on x.id = t.taxonomy_id and x.slug = 'topics'
          where t.parent_id is null and not exists (
            select from service_places sp
            join service_terms st on st.service_id = sp.service_id
            join taxonomy_terms own on own.id = st.term_id
            where sp.place_id = p.id and t.id in (own.id, own.parent_id))`);

    expect(missing).toEqual([]);
  });

  test("has something on in every place on every day of the coming weeks", async () => {
    const empty = await rowsOf(sql`select p.slug, day::date::text from places p
          cross join generate_series('2026-04-14'::date, '2026-06-14', '1 day') as day
          where not exists (select from occurrences o join events e on e.id = o.event_id
            where e.place_id = p.id and o.starts_on = day::date)`);

    expect(empty).toEqual([]);
  });

  test("publishes nothing that could be a real telephone, e-mail or web address", async () => {
    const emails = sql`select email from organisations union all select email from services
      union all select email from contacts union all select email from opportunities
      union all select contact_email from groups union all select email from people
      union all select assurer_email from services`;
    const addresses = sql`select website as url from organisations union all select url from services
      union all select url from events union all select online_url from events
      union all select online_url from meetings union all select url from opportunities`;

    expect(await rowsOf(sql`select number from phones where number !~ '^01632 960[0-9]{3}$'`)).toEqual([]);
    expect(
      await rowsOf(sql`select * from (${emails}) e where email !~ '^[a-z0-9.-]+@example\\.org$'`),
    ).toEqual([]);
    expect(
      await rowsOf(
        sql`select * from (${addresses}) a where url !~ '^https://([a-z0-9-]+\\.)*example\\.org/'`,
      ),
    ).toEqual([]);
  });

  test("finds somewhere to go near NR3 for somebody who is lonely", async () => {
    const near = await rowsOf<{ name: string }>(sql`select distinct s.name from services s
          join service_index i on i.service_id = s.id
          join services_at_locations sal on sal.service_id = s.id
          join addresses a on a.location_id = sal.location_id
          where a.postal_code like 'NR3 %' and i.words @@ to_tsquery('english', 'lonely & somewhere')`);

    expect(near.length).toBeGreaterThanOrEqual(4);
  });
});

describe("meetings of the demo", () => {
  test("reach six months each way, and the past ones are over", async () => {
    const groups = await rowsOf<{
      slug: string;
      past: number;
      ahead: number;
    }>(sql`select g.slug, count(*) filter (where m.held_on < '2026-04-14')::int as past,
            count(*) filter (where m.held_on >= '2026-04-14')::int as ahead
          from groups g left join meeting_groups mg on mg.group_id = g.id
          left join meetings m on m.id = mg.meeting_id and m.held_on > '2025-01-01' group by g.slug`);

    expect(groups.filter(({ past, ahead }) => past < 2 || ahead < 2)).toEqual([]);
    expect(
      await countOf(sql`select from meetings where held_on between '2023-01-01' and '2026-04-13'
            and (ended_at is null or agenda_state <> 'published' or status not in ('held', 'inquorate'))`),
    ).toBe(0);
  });

  test("fall on working days and begin when the clock in London says so", async () => {
    expect(
      await rowsOf(sql`select title, held_on::text from meetings
            where extract(isodow from held_on) > 5 or held_on in (select day from bank_holidays)`),
    ).toEqual([]);
    expect(
      await rowsOf(sql`select distinct to_char(m.starts_at at time zone 'Europe/London', 'HH24:MI') as at
            from meetings m join meeting_groups mg on mg.meeting_id = m.id
            join groups g on g.id = mg.group_id where g.slug = 'norwich-place-board'`),
    ).toEqual([{ at: "14:00" }]);
  });

  test("the partnership begins on the rise of the board, and has no hour until the board has risen", async () => {
    const wrong =
      await rowsOf(sql`select icp.held_on::text from meetings icp join meetings hwb on hwb.id = icp.on_rise_of_id
          where icp.held_on > '2023-01-01'
            and (icp.held_on <> hwb.held_on or icp.starts_at is distinct from hwb.ended_at)`);

    expect(wrong).toEqual([]);
    expect(
      await countOf(sql`select from meetings where on_rise_of_id is not null and starts_at is null`),
    ).toBe(3);
  });

  test("what networks raised is on an agenda, waits, or has its outcome", async () => {
    const states = await rowsOf<{
      status: string;
      on_agenda: boolean;
      has_outcome: boolean;
    }>(sql`select distinct r.status, i.id is not null as on_agenda, r.outcome <> '' as has_outcome
          from raised_items r left join agenda_items i on i.raised_item_id = r.id order by 1`);

    expect(states).toEqual([
      { status: "decided", on_agenda: true, has_outcome: true },
      { status: "declined", on_agenda: true, has_outcome: true },
      { status: "placed", on_agenda: true, has_outcome: false },
      { status: "raised", on_agenda: false, has_outcome: false },
    ]);
  });
});

describe("the meeting of 28 April 2022", () => {
  test("holds its sixteen items with their marks and pages", async () => {
    const items = await rowsOf<{ line: string }>(sql`select concat_ws(' | ', i.number, i.title,
            coalesce((select string_agg(g.abbreviation, '/' order by mg.position)
              from agenda_item_groups m join groups g on g.id = m.group_id
              join meeting_groups mg on mg.group_id = g.id and mg.meeting_id = i.meeting_id
              where m.agenda_item_id = i.id), '-'), coalesce(i.page::text, '-')) as line
          from agenda_items i where i.meeting_id = ${MEETING_2022_04_28} order by i.position`);

    expect(items.map(({ line }) => line)).toEqual([
      "1 | Apologies | - | -",
      "2 | Chair's opening remarks | - | -",
      "3 | HWB Minutes | - | 4",
      "4 | Actions arising | - | -",
      "5 | Declarations of interests | - | -",
      "6 | Public Questions | - | -",
      "7 | Urgent arising matters | - | -",
      "8 | Amendments to HWB Terms of Reference | HWB | 11",
      "9 | Clinical Commissioning Group Annual reports | HWB | 16",
      "10 | Flourishing in Norfolk CYP Partnership Strategy | HWB/ICP | 19",
      "11 | Joint Health and Wellbeing Strategy update and next steps | HWB/ICP | 75",
      "12 | Prevention Research, Feedback from BritainThinks | HWB/ICP | 81",
      "13 | Formation and Development of the Norfolk and Waveney Integrated Care Partnership | ICP | 142",
      "14 | Developing our Integrated Care System Partnership | ICP | 154",
      "15 | Progress report on the Norfolk and Waveney VCSE Assembly | ICP | -",
      "16 | Norfolk and Waveney Integrated Care System response to 'Health and social care integration: Joining up care for people, places and populations' | HWB/ICP | -",
    ]);
  });

  test("prints its headings as headings", async () => {
    const notes = await rowsOf(sql`select number, note from agenda_items
      where meeting_id = ${MEETING_2022_04_28} and note like 'Under the heading: %' order by position`);

    expect(notes.map(({ number }) => number)).toEqual(["3", "10", "13"]);
  });

  test("is of two bodies at half past nine, and the partnership's own follows on its rise", async () => {
    const held =
      await rowsOf(sql`select m.id, to_char(m.starts_at at time zone 'UTC', 'HH24:MI') as starts, m.on_rise_of_id as rise,
            string_agg(g.abbreviation, ' and ' order by mg.position) as bodies, m.agenda_state as agenda
          from meetings m join meeting_groups mg on mg.meeting_id = m.id join groups g on g.id = mg.group_id
          where m.held_on = '2022-04-28' group by m.id order by m.id`);

    expect(held).toEqual([
      { id: MEETING_2022_04_28, starts: "08:30", rise: null, bodies: "HWB and ICP", agenda: "published" },
      { id: ICP_MEETING_2022_04_28, starts: null, rise: MEETING_2022_04_28, bodies: "ICP", agenda: "none" },
    ]);
  });
});
