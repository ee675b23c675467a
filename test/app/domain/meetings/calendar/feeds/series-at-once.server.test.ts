import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { publishAgenda } from "#app/domain/meetings/agenda/publish-agenda.server.ts";
import { groupFeed } from "#app/domain/meetings/calendar/feeds/meeting-feed.server.ts";
import { findMeetings } from "#app/domain/meetings/find.server.ts";
import { calendars, events, occurrences } from "#db/schema/calendars.ts";
import { groups } from "#db/schema/groups.ts";
import { agendaItems, meetings } from "#db/schema/meetings.ts";
import { vevent } from "#test/factories/calendars.ts";
import { Diaries } from "#test/factories/diaries.ts";
import { feedAt, listed } from "#test/factories/feeds.ts";
import { makeGroup, makePerson } from "#test/factories/meetings.ts";
import { connection, NOW } from "#test/setup/context.ts";

const uid = "UID:series-at-once@x.example";
const london = "TZID=Europe/London";
const diary = (round: number) => [
  vevent(uid, `SUMMARY:Round ${round}`, `DTSTART;${london}:20260610T100000`, "RRULE:FREQ=WEEKLY;COUNT=30"),
  vevent(
    ...[uid, `RECURRENCE-ID;${london}:20260708T100000`, `SUMMARY:Round ${round}, moved`],
    `DTSTART;${london}:20260709T1${round}0000`,
  ),
];

test("a feed that is read while its series changes says afterwards what the page says, and nobody waits in a circle", async () => {
  const ctx = { actor: { kind: "job", name: "calendar" } as const, db: connection().db, now: NOW };
  const group = await makeGroup(ctx, {});
  const secretary = { ...ctx, actor: await makePerson(ctx, [["secretariat", group.id]]) };
  const feed = () => groupFeed(ctx, group.slug, feedAt);
  const diaries = new Diaries(ctx);
  try {
    await diaries.connect(group, "series-at-once", diary(0));
    const all = { group: group.slug, from: "2026-06-01", to: "2027-06-01" };
    const page = await findMeetings(ctx, all);
    await ctx.db
      .insert(agendaItems)
      .values(page.map(({ id }) => ({ meetingId: id, position: 1, number: "1", title: "Welcome" })));
    await ctx.db
      .update(meetings)
      .set({ agendaState: "draft" })
      .where(
        inArray(
          meetings.id,
          page.map(({ id }) => id),
        ),
      );
    for (const round of [1, 2, 3, 4]) {
      const published = page.slice(round * 3, round * 3 + 2).map(({ id }) => id);
      let isOver = false;
      const readers = Array.from({ length: 2 }, async () => {
        while (!isOver) await feed();
      });
      await Promise.all([
        diaries.says("series-at-once", diary(round)),
        ...published.map((id) => publishAgenda(secretary, id)),
      ]);
      const now = await feed();
      isOver = true;
      await Promise.all(readers);
      const expected = (await findMeetings(ctx, all)).map(({ start, title }) => `${start} ${title}`);
      const [found, later] = [now, await feed()].map((one) => listed(one, "2026-06-01", "2027-06-01"));
      expect([round, found]).toEqual([round, expected.map((line) => line.replace(".000Z", "Z")).toSorted()]);
      expect(later).toEqual(found);
      const agendas = now.text.replace(/\r\n /g, "").match(/Agenda: /g);
      expect(agendas).toHaveLength(round * 2);
      expect(new Set(now.text.match(/^UID:.*/gm)).size).toBe(1);
    }
  } finally {
    await tidyUp(group.id);
  }
}, 60_000);

async function tidyUp(groupId: string) {
  const { db } = connection();
  const ours = db
    .select({ id: events.id })
    .from(events)
    .where(eq(events.uid, uid.slice(4)));
  const dates = db.select({ id: occurrences.id }).from(occurrences).where(inArray(occurrences.eventId, ours));
  await db.delete(meetings).where(inArray(meetings.occurrenceId, dates));
  const [event] = await db
    .select()
    .from(events)
    .where(eq(events.uid, uid.slice(4)));
  if (event?.calendarId) await db.delete(calendars).where(eq(calendars.id, event.calendarId));
  await db.delete(groups).where(eq(groups.id, groupId));
}
