import { sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { accountRows, type DemoAccount, demoAccounts } from "./accounts.server.ts";
import { calendarRows } from "./calendars/calendar-rows.server.ts";
import { caseRows } from "./cases/case-rows.server.ts";
import { eventRows } from "./events/event-rows.server.ts";
import { bodyRows, groupRows } from "./groups/group-rows.server.ts";
import { insertRows } from "./insert.server.ts";
import { meetingRows } from "./meetings/meeting-rows.server.ts";
import { realMeetingRows } from "./meetings/real-meeting-rows.server.ts";
import { opportunityRows } from "./opportunities/opportunity-rows.server.ts";
import { historyRows } from "./organisations/history-rows.server.ts";
import { organisationRows } from "./organisations/organisation-rows.server.ts";
import { placeRows } from "./places/place-rows.server.ts";
import { serviceFactRows } from "./services/service-facts.server.ts";
import { serviceRows } from "./services/service-rows.server.ts";
import { topicRows } from "./topics/topic-rows.server.ts";
import { venueRows } from "./venues/venue-rows.server.ts";

/** Any fixed number: two starters at one moment take turns, and the second finds the data there. */
const LOCK = 727_273;

/**
 * Loads what is no invention: places, districts, towns, bodies and topics of Norfolk and Waveney. A real site begins
 * with these, since an organisation says where it works. Answers false, and does nothing, where there are places.
 */
export async function loadPlaces(db: Database): Promise<boolean> {
  return db.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    if (await hasPlaces(transaction)) return false;
    for (const rows of [...placeRows(), ...topicRows(), ...bodyRows()]) await insertRows(transaction, rows);
    return true;
  });
}

/**
 * Loads the demo data into a database without organisations, people and places, all of it or nothing. Ids come from
 * names, so addresses stay the same from one load to the next. Dates are laid around `now`.
 */
export async function loadDemo(
  db: Database,
  now: Date,
): Promise<{ loaded: boolean; accounts: DemoAccount[] }> {
  return db.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    if (!(await isEmpty(transaction))) return { loaded: false, accounts: await demoAccounts(transaction) };
    const everything = [
      ...placeRows(),
      ...topicRows(),
      ...organisationRows(now),
      ...venueRows(),
      ...serviceRows(now),
      ...serviceFactRows(),
      ...eventRows(now),
      ...opportunityRows(now),
      ...(await accountRows(now)),
      ...historyRows(now),
      ...groupRows(now),
      ...caseRows(now),
      ...calendarRows(now),
      ...meetingRows(now),
      ...realMeetingRows(),
    ];
    for (const rows of everything) await insertRows(transaction, rows);
    return { loaded: true, accounts: await demoAccounts(transaction) };
  });
}

async function hasPlaces(db: Database): Promise<boolean> {
  const [row] = await db.execute<{ there: boolean }>(sql`select exists (select from places) as there`);
  return row?.there === true;
}

async function isEmpty(db: Database): Promise<boolean> {
  if (await hasPlaces(db)) return false;
  const [row] = await db.execute<{ empty: boolean }>(
    sql`select not exists (select from organisations) and not exists (select from people) as empty`,
  );
  return row?.empty === true;
}
