import { and, asc, desc, eq, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import { maySeePrivateMeetings, maySeeRaisedItem } from "#app/domain/meetings/policy.ts";
import { feedsInto, groups } from "#db/schema/groups.ts";
import { agendaItems, meetings, raisedItems } from "#db/schema/meetings.ts";
import type { AgendaState, GroupKind, MeetingState, Purpose, RaisedItemState } from "#db/vocabulary.ts";

/** What a network raised, with where it came from, where it is going and what became of it. */
export interface RaisedItem {
  id: string;
  title: string;
  whyItMatters: string;
  ask: string;
  evidence: string;
  purpose: Purpose;
  status: RaisedItemState;
  raisedAt: string;
  outcome: string;
  outcomeAt: string | null;
  from: { id: string; slug: string; name: string };
  /** The meeting where it was raised; null for those who may not know of that one. */
  at: { id: string; title: string; heldOn: string } | null;
  to: { id: string; slug: string; name: string };
  agenda: {
    meetingId: string;
    title: string;
    heldOn: string;
    status: MeetingState;
    state: AgendaState;
    number: string;
  } | null;
}

const fromGroup = alias(groups, "from_group");
const toGroup = alias(groups, "to_group");
const raisedAt = alias(meetings, "raised_at");
const board = alias(meetings, "board");

/** What was raised at one meeting, in order. */
export function findItemsRaisedAt(ctx: Ctx, meetingId: string): Promise<RaisedItem[]> {
  return findItems(ctx, eq(raisedItems.meetingId, meetingId));
}

/** One raised item. Throws NotFound where there is none, or none that the actor may know of. */
export async function findRaisedItem(ctx: Ctx, id: string): Promise<RaisedItem> {
  const [item] = isId(id) ? await findItems(ctx, eq(raisedItems.id, id)) : [];
  if (!item) throw new NotFound("that item");
  return item;
}

/** A network's own board and partnerships come before bodies of the whole system. */
const nearestFirst: GroupKind[] = ["place-board", "partnership", "assembly"];

/** The boards and partnerships that groups may raise things with: what they feed into. */
export async function findAddressees(ctx: Ctx, fromGroupIds: readonly string[]) {
  const rows = await ctx.db
    .select({ id: groups.id, name: groups.name, kind: groups.kind, fromGroupId: feedsInto.fromGroupId })
    .from(feedsInto)
    .innerJoin(groups, eq(groups.id, feedsInto.toGroupId))
    .where(eq(groups.isCurrent, true))
    .orderBy(asc(groups.name));
  const nearness = ({ kind }: { kind: GroupKind }) =>
    nearestFirst.indexOf(kind) + 1 || nearestFirst.length + 1;
  return rows
    .filter(({ fromGroupId }) => fromGroupIds.includes(fromGroupId))
    .toSorted((a, b) => nearness(a) - nearness(b));
}

async function findItems(ctx: Ctx, wanted: SQL): Promise<RaisedItem[]> {
  const rows = await ctx.db
    .select({ item: raisedItems, fromGroup, toGroup, raisedAt, board, number: agendaItems.number })
    .from(raisedItems)
    .innerJoin(fromGroup, eq(fromGroup.id, raisedItems.fromGroupId))
    .innerJoin(toGroup, eq(toGroup.id, raisedItems.toGroupId))
    .innerJoin(raisedAt, eq(raisedAt.id, raisedItems.meetingId))
    .leftJoin(agendaItems, eq(agendaItems.raisedItemId, raisedItems.id))
    .leftJoin(board, eq(board.id, agendaItems.meetingId))
    .where(and(wanted))
    .orderBy(desc(raisedItems.raisedAt), asc(raisedItems.id));
  const seesAll = maySeePrivateMeetings(ctx.actor);
  return rows
    .map((row) => ({ ...row, board: row.board && (seesAll || row.board.isPublic) ? row.board : null }))
    .filter(({ item, board: on }) =>
      maySeeRaisedItem(ctx.actor, { status: item.status, agendaState: on?.agendaState ?? null }),
    )
    .map((row) => itemOf(row, seesAll));
}

type GroupRow = typeof groups.$inferSelect;
type MeetingRow = typeof meetings.$inferSelect;

interface Found {
  item: typeof raisedItems.$inferSelect;
  fromGroup: GroupRow;
  toGroup: GroupRow;
  raisedAt: MeetingRow;
  board: MeetingRow | null;
  number: string | null;
}

function itemOf(
  { item, fromGroup: from, toGroup: to, raisedAt: at, board: on, number }: Found,
  seesAll: boolean,
): RaisedItem {
  const { id, title, whyItMatters, ask, evidence, purpose, status, outcome } = item;
  return {
    ...{ id, title, whyItMatters, ask, evidence, purpose, status, outcome },
    raisedAt: item.raisedAt.toISOString(),
    outcomeAt: item.outcomeAt?.toISOString() ?? null,
    from: { id: from.id, slug: from.slug, name: from.name },
    at: seesAll || at.isPublic ? { id: at.id, title: at.title, heldOn: at.heldOn } : null,
    to: { id: to.id, slug: to.slug, name: to.name },
    agenda: on && number ? agendaOf(on, number) : null,
  };
}

function agendaOf(on: MeetingRow, number: string): RaisedItem["agenda"] {
  const { id, title, heldOn, status, agendaState } = on;
  return { meetingId: id, title, heldOn, status, state: agendaState, number };
}
