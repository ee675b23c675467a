import { eq, sql } from "drizzle-orm";
import { isOpen } from "#app/domain/cases/case.ts";
import { closeCase } from "#app/domain/cases/close-case.server.ts";
import { openCase } from "#app/domain/cases/open-case.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { refuseIfCrossed } from "#app/domain/history.server.ts";
import { queueJob } from "#app/domain/queue.server.ts";
import { record } from "#app/domain/record.server.ts";
import { seenOf } from "#app/domain/section.ts";
import { mayEditService, publishesAtOnce } from "#app/domain/services/policy.ts";
import { writeSection } from "#app/domain/services/writing/write-section.server.ts";
import { services } from "#db/schema/services.ts";
import { findAnyServiceRecord, type KeptService, lockServiceRecord } from "./find-record.server.ts";
import type { SectionValue } from "./service-record.ts";

export interface SavedSection {
  /** The new name waits until somebody approves it; everything else is saved. */
  isWaiting: boolean;
}

/**
 * Saves one section of a service. `seen` is the stamp of the section as the form showed it. Another name for a
 * published service of an organisation that is not trusted waits for approval, and the old one stays.
 * Throws NotFound, Conflict with both versions, or Invalid for topics, venues and areas that we do not know.
 */
export function saveSection(
  ctx: Ctx,
  slug: string,
  value: SectionValue,
  seen: string,
): Promise<SavedSection> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const service = await lockServiceRecord(inside, slug);
    if (!mayEditService(ctx.actor, service)) throw new NotFound("that service");
    const crossing = { seen, current: service.record[value.section], mine: value.fields };
    await refuseIfCrossed(inside, { noun: "service", id: service.id }, crossing);
    return writeChange(inside, service, value, { deed: "change service" });
  });
}

/** Writes, and records what stood before and after; the verbs that restore or approve a version end here too. */
export async function writeChange(
  ctx: Ctx,
  service: KeptService,
  value: SectionValue,
  { deed, isApproved = false }: { deed: string; isApproved?: boolean },
): Promise<SavedSection> {
  const { section } = value;
  const waiting = isApproved ? null : waitingName(ctx, service, value);
  await writeSection(ctx, service, waiting ? waiting.meanwhile : value);
  await ctx.db
    .update(services)
    .set({
      stepsDone: sql`(select array_agg(distinct step) from unnest(steps_done || ${section}::text) step)`,
    })
    .where(eq(services.id, service.id));
  if (waiting) await askForName(ctx, service, waiting.name);
  await queueJob(ctx, "index-services", { ids: [service.id] });
  const before = service.record[section];
  const after = (await findAnyServiceRecord(ctx, service.id)).record[section];
  if (seenOf(before) !== seenOf(after)) {
    const change = { deed, noun: "service", nounId: service.id };
    await record(ctx, { ...change, before: { [section]: before }, after: { [section]: after } });
  }
  return { isWaiting: waiting !== null };
}

/** Only a published name waits: nobody has seen that of a draft. */
function waitingName(
  ctx: Ctx,
  service: KeptService,
  value: SectionValue,
): { name: string; meanwhile: SectionValue } | null {
  if (value.section !== "basics" || service.publishedAt === null) return null;
  const { name } = value.fields;
  if (name === service.name || publishesAtOnce(ctx.actor, service.organisation)) return null;
  return { name, meanwhile: { section: "basics", fields: { ...value.fields, name: service.name } } };
}

/** A later name takes the place of one that still waits. */
async function askForName(ctx: Ctx, service: KeptService, name: string): Promise<void> {
  const { approval } = service;
  if (approval && isOpen(approval) && approval.section === "basics") {
    if (approval.wanted === name) return;
    await closeCase(ctx, approval, "withdrawn", "Another name was asked for.");
  }
  await openCase(ctx, {
    ...{ kind: "change", noun: "service", recordId: service.id, organisationId: service.organisationId },
    title: `New name for a service: ${service.name} → ${name}`,
    details: { section: "basics", before: { name: service.name }, after: { name } },
    onceKey: `name of service ${service.id}`,
  });
}
