import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Ctx } from "#app/domain/context.ts";
import type { Meeting } from "#app/domain/meetings/find.server.ts";
import { maySeeAgenda, maySeePrivateMeetings } from "#app/domain/meetings/policy.ts";
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
  /** What a network raised; `at` is null for those who may not know of the meeting. */
  raised: { id: string; group: string; at: { meetingId: string; heldOn: string } | null } | null;
}

const raisedAt = alias(meetings, "raised_at");

const marks = sql<string[]>`(
  select coalesce(json_agg(coalesce(g.abbreviation, g.name) order by g.abbreviation desc nulls last, g.name desc), '[]')
  from ${agendaItemGroups} m join ${groups} g on g.id = m.group_id where m.agenda_item_id = ${agendaItems.id})`;

/** The agenda of a meeting in order; empty when there is none, or only a draft that the actor may not see. */
export async function findAgenda(ctx: Ctx, meeting: Meeting): Promise<AgendaItem[]> {
  if (!maySeeAgenda(ctx.actor, meeting.agendaState)) return [];
  const mayKnow = maySeePrivateMeetings(ctx.actor) ? undefined : eq(raisedAt.isPublic, true);
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
      raisedAt: raisedAt.id,
      raisedOn: raisedAt.heldOn,
      group: groups.name,
    })
    .from(agendaItems)
    .leftJoin(raisedItems, eq(raisedItems.id, agendaItems.raisedItemId))
    .leftJoin(groups, eq(groups.id, raisedItems.fromGroupId))
    .leftJoin(raisedAt, and(eq(raisedAt.id, raisedItems.meetingId), mayKnow))
    .where(eq(agendaItems.meetingId, meeting.id))
    .orderBy(asc(agendaItems.position));
  const order = meeting.groups.map(({ abbreviation, name }) => abbreviation ?? name);
  return rows.map(({ raisedId, raisedAt: meetingId, raisedOn: heldOn, group, ...item }) => ({
    ...item,
    marks: item.marks.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
    raised:
      raisedId && group
        ? { id: raisedId, group, at: meetingId && heldOn ? { meetingId, heldOn } : null }
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
