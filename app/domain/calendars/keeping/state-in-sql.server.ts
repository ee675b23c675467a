import { type SQL, sql } from "drizzle-orm";
import { calendars } from "#db/schema/calendars.ts";
import { calendarClocks, calendarHolds } from "#db/schema/diary/syncs.ts";
import { type CalendarState, order } from "./state.ts";

/** `stateOf` as the database says it, of a calendar with its clock and its open hold: so that lists are sorted and paged there. */
export const stateInSql: SQL<CalendarState> = sql<CalendarState>`case
  when ${calendars.disconnectedAt} is not null then 'disconnected'
  when ${calendars.pausedAt} is not null then 'paused'
  when ${calendars.problem} is not null then 'failing'
  when ${calendarHolds.heldAt} is not null then 'held'
  when ${calendars.lastReadAt} is not null or ${calendarClocks.lastOutcome} is not null then 'working'
  else 'new' end`;

/** Those that need somebody come first. */
export const inOrderOfState: SQL = sql`array_position(array[${sql.join(
  order.map((state) => sql`${state}`),
  sql`, `,
)}]::text[], ${stateInSql})`;
