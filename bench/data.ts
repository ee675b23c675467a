import { spawnSync } from "node:child_process";
import path from "node:path";
import { openDatabase } from "#db/open.server.ts";

/** What the cases need to know of the data. */
export interface BenchData {
  url: string;
  organisations: number;
  services: number;
  slugs: string[];
  group: string;
  /** Gives the group's meetings, as they are rendered by then, to so many other groups that no memory holds all their feeds. */
  spread: () => Promise<void>;
  /** The query of the last page of organisations. */
  last: string;
  end: () => Promise<void>;
}

const GROUP = "five-hundred-meetings";

/** A database of its own with generated organisations, made once and kept in `.cache`. */
export async function prepareData(organisations: number): Promise<BenchData> {
  const dataDir = path.resolve(`.cache/bench-${organisations}`);
  const { sql, url, end } = await openDatabase({
    databaseUrl: undefined,
    dataDir,
    pool: 4,
    name: "assembly bench",
  });
  const [{ count = 0 } = {}] = await sql<
    { count: number }[]
  >`select count(*)::int as count from organisations`;
  if (count < organisations) generate(url, organisations);
  await addMeetings(sql);
  await sql`analyze`;
  const slugs = await sql<
    { slug: string }[]
  >`select slug from services where state = 'live' order by md5(slug) limit 500`;
  const [fromEnd] = await sql<{ slug: string }[]>`
    select slug from organisations where state = 'live' order by lower(name) desc, id desc limit 1 offset 25`;
  const [counts] = await sql<{ organisations: number; services: number }[]>`
    select (select count(*)::int from organisations) as organisations, (select count(*)::int from services) as services`;
  return {
    url,
    organisations: counts?.organisations ?? 0,
    services: counts?.services ?? 0,
    slugs: slugs.map(({ slug }) => slug),
    group: GROUP,
    spread: () => spread(sql),
    last: `after=${fromEnd?.slug}`,
    end,
  };
}

function generate(url: string, organisations: number) {
  const args = [
    "build/assembly.js",
    "demo",
    "generate",
    "--organisations",
    String(organisations),
    "--seed",
    "1",
  ];
  const { status } = spawnSync(process.execPath, args, {
    stdio: ["ignore", 2, 2],
    env: { ...process.env, DATABASE_URL: url },
  });
  if (status !== 0) throw new Error("The data could not be generated; the reason stands above.");
}

/** Each is 330 kB, and 48 MB are kept. */
export const COLD_GROUPS = 200;

/** Past the triggers: the rendered texts stay as they are, without the names of these groups. */
async function spread(sql: Awaited<ReturnType<typeof openDatabase>>["sql"]) {
  await sql`insert into groups (slug, name, kind)
    select 'cold-' || n, 'Cold group ' || n, 'working-group' from generate_series(1, ${COLD_GROUPS}::int) n
    on conflict (slug) do nothing`;
  await sql`alter table meeting_groups disable trigger user`;
  await sql`insert into meeting_groups (meeting_id, group_id)
    select mg.meeting_id, cold.id from meeting_groups mg join groups g on g.id = mg.group_id and g.slug = ${GROUP},
      groups cold where cold.slug like 'cold-%' on conflict do nothing`;
  await sql`alter table meeting_groups enable trigger user`;
  await sql`vacuum analyze meeting_groups`;
}

/** One group with 500 meetings of a year each way, their words about as long as real ones. */
async function addMeetings(sql: Awaited<ReturnType<typeof openDatabase>>["sql"]) {
  const made = await sql`
    insert into groups (slug, name, kind) values (${GROUP}, 'Five hundred meetings', 'working-group')
    on conflict (slug) do nothing returning id`;
  if (made.length === 0) return;
  await sql`
    with made as (
      insert into meetings (title, held_on, starts_at, ends_at, location, access_notes)
      select 'Working group on access to support, session ' || n, day, day + time '10:00', day + time '12:00',
        'Meeting room ' || n % 7 || ', Community Hub, Norwich', repeat('Step-free from the car park. Hearing loop. ', 6)
      from generate_series(1, 500) n, lateral (select (current_date - 250 + n)::date as day) d
      returning id)
    insert into meeting_groups (meeting_id, group_id) select made.id, ${made[0]?.id} from made`;
}
