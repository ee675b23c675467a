import { sealSource } from "#app/domain/calendars/sources/sealed-source.server.ts";
import type { CalendarSource } from "#app/gateways/calendar-source.server.ts";
import type { Database } from "#db/client.server.ts";
import { calendars } from "#db/schema/calendars.ts";
import { calendarClocks } from "#db/schema/diary/syncs.ts";
import { NOW } from "#test/setup/context.ts";

type Given = Partial<typeof calendars.$inferInsert> & { of?: Partial<CalendarSource> };

let made = 0;

/** A connected calendar with its clock, due at once; `of` says where it is kept. */
export async function makeCalendar(db: Database, { of, ...over }: Given = {}) {
  made += 1;
  const source = { kind: "address" as const, source: `https://diary.example/${made}.ics`, ...of };
  const [row] = await db
    .insert(calendars)
    .values({ name: "Diary", ...sealSource(source), ...over })
    .returning();
  if (!row) throw new Error("The calendar was not made");
  await db.insert(calendarClocks).values({ calendarId: row.id, nextRunAt: NOW });
  return row;
}
