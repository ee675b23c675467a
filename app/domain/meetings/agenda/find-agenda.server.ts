import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import type { Meeting } from "#app/domain/meetings/find.server.ts";
import { maySeeAgenda } from "#app/domain/meetings/policy.ts";
import { groups } from "#db/schema/groups.ts";
import {
  agendaItemGroups,
  agendaItems,
  forwardPlanEntries,
  meetings,
  raisedItems,
} from "#db/schema/meetings.ts";
import type { AgendaItemType, ExemptCategory, ItemOrigin, Purpose } from "#db/vocabulary.ts";

/** A line of an agenda. `marks` are the abbreviations of the bodies it is for: ["HWB", "ICP"]. */
export interface AgendaItem {
  id: string;
  number: string;
  title: string;
  type: AgendaItemType;
  purpose: Purpose | null;
  lead: string | null;
  page: number | null;
  note: string;
  exemptCategory: ExemptCategory | null;
  origin: ItemOrigin;
  marks: string[];
  /** What a network raised, and at which meeting. */
  raised: { id: string; group: string; groupSlug: string; meetingId: string; heldOn: string } | null;
}

const marks = sql<string[]>`(
  select coalesce(json_agg(coalesce(g.abbreviation, g.name) order by g.abbreviation desc nulls last, g.name desc), '[]')
  from ${agendaItemGroups} m join ${groups} g on g.id = m.group_id where m.agenda_item_id = ${agendaItems.id})`;

/** The agenda of a meeting in order; empty when there is none, or only a draft that the actor may not see. */
export async function findAgenda(ctx: Ctx, meeting: Meeting): Promise<AgendaItem[]> {
  if (!maySeeAgenda(ctx.actor, meeting.agendaState)) return [];
  const rows = await ctx.db
    .select({
      id: agendaItems.id,
      number: agendaItems.number,
      title: agendaItems.title,
      type: agendaItems.type,
      purpose: agendaItems.purpose,
      lead: agendaItems.lead,
      page: agendaItems.page,
      note: agendaItems.note,
      exemptCategory: agendaItems.exemptCategory,
      origin: agendaItems.origin,
      marks,
      raisedId: raisedItems.id,
      raisedMeetingId: raisedItems.meetingId,
      raisedOn: sql<string>`(select held_on::text from ${meetings} raised_at where raised_at.id = ${raisedItems.meetingId})`,
      group: groups.name,
      groupSlug: groups.slug,
    })
    .from(agendaItems)
    .leftJoin(raisedItems, eq(raisedItems.id, agendaItems.raisedItemId))
    .leftJoin(groups, eq(groups.id, raisedItems.fromGroupId))
    .where(eq(agendaItems.meetingId, meeting.id))
    .orderBy(asc(agendaItems.position));
  const order = meeting.groups.map(({ abbreviation, name }) => abbreviation ?? name);
  return rows.map(({ raisedId, raisedMeetingId, raisedOn, group, groupSlug, ...item }) => ({
    ...item,
    marks: item.marks.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
    raised:
      raisedId && raisedMeetingId && group && groupSlug
        ? { id: raisedId, group, groupSlug, meetingId: raisedMeetingId, heldOn: raisedOn }
        : null,
  }));
}

export interface ForwardPlanEntry {
  id: string;
  title: string;
  sponsor: string | null;
  dueFrom: string;
  kind: string;
  status: string;
}

/** What is to come to a group's meetings, private entries left out. */
export function findForwardPlan(ctx: Ctx, groupId: string): Promise<ForwardPlanEntry[]> {
  return ctx.db
    .select({
      id: forwardPlanEntries.id,
      title: forwardPlanEntries.title,
      sponsor: forwardPlanEntries.sponsor,
      dueFrom: forwardPlanEntries.dueFrom,
      kind: forwardPlanEntries.kind,
      status: forwardPlanEntries.status,
    })
    .from(forwardPlanEntries)
    .where(
      sql`${forwardPlanEntries.groupId} = ${groupId} and not ${forwardPlanEntries.isPrivate}
        and ${inArray(forwardPlanEntries.status, ["planned", "placed"])}`,
    )
    .orderBy(asc(forwardPlanEntries.dueFrom), asc(forwardPlanEntries.title))
    .limit(100);
}
