import { and, asc, eq, inArray, or } from "drizzle-orm";
import { isAdministrator } from "#app/domain/accounts/policy.ts";
import { findKeptCalendar } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import type { Match } from "#app/domain/calendars/keeping/match-rule.ts";
import { mayRunGroupOf } from "#app/domain/calendars/policy.ts";
import { lockCalendar, refuseTooMany } from "#app/domain/calendars/sync/keep-connection.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { Conflict, Invalid } from "#app/domain/errors.ts";
import { refreshAgendas } from "#app/domain/meetings/agenda/refresh-agendas.server.ts";
import { record } from "#app/domain/record.server.ts";
import { calendarGroups } from "#db/schema/calendars.ts";
import { groups } from "#db/schema/groups.ts";
import { syncMeetings } from "../sync-meetings.server.ts";

export interface GroupChoice {
  id: string;
  name: string;
  isServed: boolean;
  /** Whether it is for this person to say. */
  isMine: boolean;
}

/** The groups that a calendar serves, and those that this person could add: what they run themselves. Throws NotFound, Conflict. */
export async function findGroupChoices(
  ctx: Ctx & { actor: Person },
  calendarId: string,
): Promise<{ name: string; groups: GroupChoice[] }> {
  const { calendar, keptBy } = await findKeptCalendar(ctx, calendarId);
  if (calendar.organisationId)
    throw new Conflict("This calendar is an organisation’s own, and holds its events.");
  const mine = [...keptBy.groupIds, ...ctx.actor.roles.flatMap(({ scopeId }) => scopeId ?? [])];
  const offered = isAdministrator(ctx.actor) ? undefined : inArray(groups.id, mine);
  const rows = await ctx.db
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(or(eq(groups.isCurrent, true), inArray(groups.id, [...keptBy.groupIds])), offered))
    .orderBy(asc(groups.name));
  const choices = rows.map(({ id, name }) => {
    return { id, name, isServed: keptBy.groupIds.includes(id), isMine: mayRunGroupOf(ctx.actor, id) };
  });
  return { name: calendar.name, groups: choices };
}

/**
 * Says which of one's groups a calendar serves: a joint one is the diary of several, and each comes and goes by who
 * runs it. `match` is the rule of those that come. Answers whether it is still kept by whoever asked. Throws NotFound, Conflict, Invalid.
 */
export function saveGroups(
  ctx: Ctx & { actor: Person },
  calendarId: string,
  wanted: readonly string[],
  match: Match = { by: "all", pattern: "" },
): Promise<{ isKept: boolean }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    await findKeptCalendar(inside, calendarId);
    await lockCalendar(inside, calendarId);
    const { groups: choices } = await findGroupChoices(inside, calendarId);
    const { served, come, gone } = movesOf(choices, wanted);
    const after = [...served.filter((id) => !gone.includes(id)), ...come];
    if (after.length === 0)
      refuse("Choose at least one group. To end it all, disconnect the calendar instead.");
    if (come.length + gone.length === 0) return { isKept: true };
    if (come.length > 0)
      await db
        .insert(calendarGroups)
        .values(come.map((groupId) => ({ calendarId, groupId, matchBy: match.by, pattern: match.pattern })));
    for (const { id, name } of choices.filter((choice) => come.includes(choice.id)))
      await refuseTooMany(inside, { noun: "group", id, name });
    if (gone.length > 0)
      await db
        .delete(calendarGroups)
        .where(and(eq(calendarGroups.calendarId, calendarId), inArray(calendarGroups.groupId, gone)));
    // Meetings to come that others hold too leave those who go; past ones stay as they were
    const changes = await syncMeetings(inside, calendarId, { left: gone });
    await refreshAgendas(inside, [...served, ...come]);
    const change = { deed: "change groups of calendar", noun: "calendar", nounId: calendarId };
    await record(inside, [...changes, { ...change, before: { groups: served }, after: { groups: after } }]);
    return { isKept: isAdministrator(ctx.actor) || after.some((id) => mayRunGroupOf(ctx.actor, id)) };
  });
}

/** A group that others run stays as it is, whatever is wanted. Throws Invalid for one that is not to be chosen. */
function movesOf(choices: readonly GroupChoice[], wanted: readonly string[]) {
  const served = choices.filter(({ isServed }) => isServed).map(({ id }) => id);
  const mine = choices.filter(({ isMine }) => isMine).map(({ id }) => id);
  const come = wanted.filter((id) => !served.includes(id));
  if (!come.every((id) => mine.includes(id))) refuse("Choose groups from the list");
  const gone = served.filter((id) => mine.includes(id) && !wanted.includes(id));
  return { served, come, gone };
}

function refuse(message: string): never {
  throw new Invalid(message, { groups: message });
}
