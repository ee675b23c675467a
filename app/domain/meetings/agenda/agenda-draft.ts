import type { AgendaItemType, ItemOrigin, Purpose } from "#db/vocabulary.ts";

/** A line that stands on the agenda already. */
export interface ExistingLine {
  id: string;
  position: number;
  number: string;
  standingItemId: string | null;
}

export interface StandingLine {
  id: string;
  groupId: string;
  atEnd: boolean;
  title: string;
  type: AgendaItemType;
  purpose: Purpose | null;
  lead: string | null;
}

/** Business that waits for a meeting: from the forward plan, or raised by a network. */
export interface WaitingLine {
  id: string;
  groupId: string;
  title: string;
  purpose: Purpose | null;
  lead: string | null;
}

export interface DraftSources {
  existing: readonly ExistingLine[];
  /** In the order of the groups, then of each group's own list. */
  standing: readonly StandingLine[];
  forwardPlan: readonly WaitingLine[];
  raised: readonly WaitingLine[];
}

export interface NewLine {
  id: null;
  title: string;
  type: AgendaItemType;
  purpose: Purpose | null;
  lead: string | null;
  origin: ItemOrigin;
  groupId: string;
  standingItemId: string | null;
  forwardPlanEntryId: string | null;
  raisedItemId: string | null;
}

export type DraftLine = (NewLine | { id: string }) & { position: number; number: string };

/**
 * The order of a drafted agenda: opening standing items, then the business (what stood there already,
 * what the forward plan brings, what networks raised), then closing standing items. Lines are numbered
 * from 1. Nothing that stands there is dropped, and business keeps the order a secretariat gave it.
 */
export function draftAgendaLines(sources: DraftSources): DraftLine[] {
  const { existing, standing } = sources;
  const kept = new Map(
    existing.flatMap((line) => (line.standingItemId ? [[line.standingItemId, line] as const] : [])),
  );
  const wanted = withoutRepeats(standing, kept);
  const standingAt = (atEnd: boolean) =>
    wanted
      .filter((item) => item.atEnd === atEnd)
      .map((item) => keptOr(kept.get(item.id), () => standingLine(item)));
  const known = new Set(wanted.map((item) => item.id));
  const business = existing
    .filter((line) => !line.standingItemId || !known.has(line.standingItemId))
    .toSorted((a, b) => a.position - b.position)
    .map(({ id }) => ({ id }));
  const lines = [
    ...standingAt(false),
    ...business,
    ...sources.forwardPlan.map((entry) => waitingLine(entry, "forward-plan")),
    ...sources.raised.map((item) => waitingLine(item, "network")),
    ...standingAt(true),
  ];
  return lines.map((line, index) => ({ ...line, position: index + 1, number: String(index + 1) }));
}

/** Bodies that meet together share their apologies: the same title is taken once, as the first body has it. */
function withoutRepeats(
  standing: readonly StandingLine[],
  kept: ReadonlyMap<string, ExistingLine>,
): StandingLine[] {
  const titles = new Map<string, StandingLine>();
  for (const item of standing) {
    const title = item.title.trim().toLowerCase();
    const first = titles.get(title);
    if (!first || (kept.has(item.id) && !kept.has(first.id))) titles.set(title, item);
  }
  return standing.filter((item) => titles.get(item.title.trim().toLowerCase()) === item);
}

function keptOr(line: ExistingLine | undefined, make: () => NewLine): NewLine | { id: string } {
  return line ? { id: line.id } : make();
}

function standingLine(item: StandingLine): NewLine {
  const { groupId, title, type, purpose, lead } = item;
  return { ...none, groupId, title, type, purpose, lead, origin: "standing", standingItemId: item.id };
}

function waitingLine(waiting: WaitingLine, origin: "forward-plan" | "network"): NewLine {
  const { groupId, title, purpose, lead } = waiting;
  return {
    ...none,
    groupId,
    title,
    purpose,
    lead,
    origin,
    type: origin === "network" ? "network" : "report",
    forwardPlanEntryId: origin === "forward-plan" ? waiting.id : null,
    raisedItemId: origin === "network" ? waiting.id : null,
  };
}

const none = { id: null, standingItemId: null, forwardPlanEntryId: null, raisedItemId: null } as const;
