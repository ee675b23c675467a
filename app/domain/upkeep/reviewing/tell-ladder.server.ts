import { climbToTeam } from "#app/domain/cases/climb-case.server.ts";
import { findHandlers } from "#app/domain/cases/find-handlers.server.ts";
import { openCase } from "#app/domain/cases/open-case.server.ts";
import { findOpenCases } from "#app/domain/cases/open-cases.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import type { ReviewedRecord } from "#app/domain/upkeep/confirming/find-due.server.ts";
import { dayInWords } from "#app/domain/upkeep/day-in-words.ts";
import type { CaseKind, CaseLevel } from "#db/vocabulary-keeping.ts";

/** The records of one organisation that somebody else has to hear of now. */
interface Late {
  lead: ReviewedRecord[];
  team: ReviewedRecord[];
  /** Due, and no address to write to. */
  untold: ReviewedRecord[];
}

/**
 * Puts an organisation that does not answer before its network's lead, then before the team; and one that nobody
 * can be asked about before the team at once. One case an organisation, however many of its records are late.
 * Returns how many cases were opened or moved.
 */
export async function tellLadder(ctx: Ctx, { lead, team, untold }: Late): Promise<number> {
  const due = untold.filter(({ dueOn }) => dueOn <= londonDay(ctx.now));
  return (await tellNobody(ctx, due)) + (await tellLead(ctx, lead)) + (await tellTeam(ctx, team));
}

async function tellNobody(ctx: Ctx, late: ReviewedRecord[]): Promise<number> {
  return late.length > 0 ? open(ctx, late, "nobody-to-tell", "team") : 0;
}

/** Where no network has a lead for it, there is nobody to tell but the team. */
async function tellLead(ctx: Ctx, late: ReviewedRecord[]): Promise<number> {
  const [first] = late;
  if (!first) return 0;
  const { level } = await findHandlers(ctx, first.organisationId);
  return level === "lead" ? open(ctx, late, "stale", "lead") : open(ctx, late, "nobody-to-tell", "team");
}

async function tellTeam(ctx: Ctx, late: ReviewedRecord[]): Promise<number> {
  const [first] = late;
  if (!first) return 0;
  const known = await findOpenCases(ctx, [first.organisationId], ["stale", "nobody-to-tell"]);
  const [below] = known.filter(({ level }) => level !== "team");
  if (below) await climbToTeam(ctx, below.id);
  if (known.length > 0) return below ? 1 : 0;
  return open(ctx, late, "stale", "team");
}

async function open(
  ctx: Ctx,
  late: ReviewedRecord[],
  kind: Extract<CaseKind, "stale" | "nobody-to-tell">,
  level: CaseLevel,
): Promise<number> {
  const [first] = late.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  if (!first) return 0;
  const { organisationId, organisation, dueOn } = first;
  const known = await findOpenCases(ctx, [organisationId], [kind]);
  if (known.length > 0) return 0;
  const what = kind === "stale" ? "Not confirmed, due on" : "Nobody to tell, due on";
  await openCase(ctx, {
    ...{ kind, level, noun: "organisation", recordId: organisationId, organisationId },
    title: `${what} ${dayInWords(dueOn)}: ${organisation}`,
    details: { dueOn },
    onceKey: `${kind} ${organisationId}`,
  });
  return 1;
}
