import { and, eq } from "drizzle-orm";
import { findKeptCalendar } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import { isWholeRule, type Match } from "#app/domain/calendars/keeping/match-rule.ts";
import { mayRunGroupOf } from "#app/domain/calendars/policy.ts";
import { lockCalendar } from "#app/domain/calendars/sync/keep-connection.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid, NotAllowed, NotFound } from "#app/domain/errors.ts";
import { refreshAgendas } from "#app/domain/meetings/agenda/refresh-agendas.server.ts";
import { record } from "#app/domain/record.server.ts";
import { calendarGroups } from "#db/schema/calendars.ts";
import { groups } from "#db/schema/groups.ts";
import { lockGroups, syncMeetings } from "../sync-meetings.server.ts";

/** Says which events of a calendar are the meetings of one of its groups. Throws NotFound, NotAllowed, Invalid. */
export function saveRule(
  ctx: Ctx,
  calendarId: string,
  { group, match }: { group: string; match: Match },
): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    await findKeptCalendar(inside, calendarId);
    await lockCalendar(inside, calendarId);
    const [row] = await db
      .select({ groupId: groups.id, by: calendarGroups.matchBy, pattern: calendarGroups.pattern })
      .from(calendarGroups)
      .innerJoin(groups, eq(groups.id, calendarGroups.groupId))
      .where(and(eq(calendarGroups.calendarId, calendarId), eq(groups.slug, group)));
    if (!row) throw new NotFound("that group of this calendar");
    const { groupId, ...before } = row;
    if (!mayRunGroupOf(ctx.actor, groupId))
      throw new NotAllowed("say which events are this group’s meetings");
    const message = "Enter the category, or words of the title";
    if (!isWholeRule(match))
      throw new Invalid(message, { [match.by === "category" ? "category" : "words"]: message });
    if (before.by === match.by && before.pattern === match.pattern) return;
    await db
      .update(calendarGroups)
      .set({ matchBy: match.by, pattern: match.pattern })
      .where(and(eq(calendarGroups.calendarId, calendarId), eq(calendarGroups.groupId, groupId)));
    const changes = await syncMeetings(inside, calendarId);
    await refreshAgendas(inside, await lockGroups(inside, calendarId));
    const change = { deed: "change rule of calendar", noun: "calendar", nounId: calendarId };
    await record(inside, [...changes, { ...change, before, after: { ...match, group } }]);
  });
}
