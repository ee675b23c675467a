import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { calendars, events } from "#db/schema/calendars.ts";
import { meetingOccurrences } from "#db/schema/diary/following.ts";
import { groups } from "#db/schema/groups.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { vevent } from "#test/factories/calendars.ts";
import { Diaries } from "#test/factories/diaries.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { connection, NOW } from "#test/setup/context.ts";

const joint = (round: number, ...lines: string[]) =>
  vevent(
    `UID:round-${round}@joint-at-once.example`,
    "DTSTART:20260611T090000Z",
    "RRULE:FREQ=MONTHLY;COUNT=6",
    `SUMMARY:Joint at once ${round}`,
    ...lines,
  );

test("case 44: diaries that are read at the same moment make one meeting of each date", async () => {
  const ctx = { actor: { kind: "job", name: "calendar" } as const, db: connection().db, now: NOW };
  const made: string[] = [];
  try {
    for (const round of [1, 2, 3]) {
      const bodies = [await makeGroup(ctx, {}), await makeGroup(ctx, {}), await makeGroup(ctx, {})];
      made.push(...bodies.map(({ id }) => id));
      const diaries = new Diaries(ctx);
      await Promise.all(
        bodies.map((group) => diaries.connect(group, `at-once-${group.slug}`, [joint(round)])),
      );
      const found = await ctx.db
        .select()
        .from(meetings)
        .where(eq(meetings.title, `Joint at once ${round}`));
      expect(found).toHaveLength(6);
      const ids = found.map(({ id }) => id);
      expect(
        await ctx.db.select().from(meetingGroups).where(inArray(meetingGroups.meetingId, ids)),
      ).toHaveLength(18);
      expect(
        await ctx.db.select().from(meetingOccurrences).where(inArray(meetingOccurrences.meetingId, ids)),
      ).toHaveLength(12);
    }
  } finally {
    await tidyUp(made);
  }
});

async function tidyUp(groupIds: string[]) {
  const { db } = connection();
  const ofGroups = db
    .select({ id: meetingGroups.meetingId })
    .from(meetingGroups)
    .where(inArray(meetingGroups.groupId, groupIds));
  await db.delete(meetings).where(inArray(meetings.id, ofGroups));
  const ours = db
    .select({ id: events.calendarId })
    .from(events)
    .where(
      inArray(
        events.uid,
        [1, 2, 3].map((round) => `round-${round}@joint-at-once.example`),
      ),
    );
  await db.delete(calendars).where(inArray(calendars.id, ours));
  await db.delete(groups).where(inArray(groups.id, groupIds));
}
