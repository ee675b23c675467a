import { eq } from "drizzle-orm";
import { isOpen } from "#app/domain/cases/case.ts";
import { closeCase } from "#app/domain/cases/close-case.server.ts";
import { openCase } from "#app/domain/cases/open-case.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { queueJob } from "#app/domain/queue.server.ts";
import { record } from "#app/domain/record.server.ts";
import { mayEditService, publishesAtOnce } from "#app/domain/services/policy.ts";
import {
  findAnyServiceRecord,
  type KeptService,
  lockServiceRecord,
} from "#app/domain/services/record/find-record.server.ts";
import { missingOf } from "#app/domain/services/record/service-record.ts";
import { services } from "#db/schema/services.ts";

/**
 * Publishes a draft whose keeper says that all of it is right: at once for a trusted organisation or one that was
 * public before, else a network lead or the Assembly team is asked and it waits. Throws NotFound, Conflict for one
 * that is public already or whose organisation is not, Invalid while something is missing.
 */
export function publishService(ctx: Ctx, slug: string): Promise<{ state: "live" | "waiting" }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const service = await lockServiceRecord(inside, slug);
    if (!mayEditService(ctx.actor, service)) throw new NotFound("that service");
    if (service.state !== "draft") throw new Conflict("This service is not a draft any more.");
    refuseUnready(service);
    const isFree = service.publishedAt !== null || publishesAtOnce(ctx.actor, service.organisation);
    const state = isFree ? "live" : "waiting";
    const confirmedOn = londonDay(ctx.now);
    if (state === "waiting") await askForApproval(inside, service);
    await moveTo(
      inside,
      service,
      { state, confirmedOn },
      isFree ? "publish service" : "ask to publish service",
    );
    return { state };
  });
}

/** Takes back the question, to go on with the draft. Throws NotFound, or Conflict when it waits no longer. */
export function withdrawPublication(ctx: Ctx, slug: string): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const service = await lockServiceRecord(inside, slug);
    if (!mayEditService(ctx.actor, service)) throw new NotFound("that service");
    if (service.state !== "waiting") throw new Conflict("This service waits for nobody.");
    const { approval } = service;
    if (approval && isOpen(approval)) await closeCase(inside, approval, "withdrawn");
    await moveTo(inside, service, { state: "draft" }, "withdraw publication of service");
  });
}

/** The organisation's own record comes first: nobody would see the service without it. */
export function refuseUnready({ organisation, record: fields }: KeptService): void {
  if (organisation.state !== "live" && organisation.state !== "temporarily-closed")
    throw new Conflict(
      `${organisation.name} is not published yet. The service can be published once it is: nothing is lost until then.`,
    );
  const missing = missingOf(fields);
  if (missing.length > 0) throw new Invalid(missing.map(({ words }) => words).join(". "));
}

async function askForApproval(ctx: Ctx, service: KeptService): Promise<void> {
  await openCase(ctx, {
    ...{ kind: "change", noun: "service", recordId: service.id, organisationId: service.organisationId },
    title: `New service: ${service.name}`,
    details: {},
    onceKey: `publication of service ${service.id}`,
  });
}

type Move = Pick<Partial<typeof services.$inferInsert>, "state" | "stateNote" | "archivedAt" | "confirmedOn">;

/** Writes a new state, and all that follows from it. `record` is called here: do everything else before. */
export async function moveTo(ctx: Ctx, service: KeptService, move: Move, deed: string): Promise<void> {
  const since = service.publishedAt === null ? null : new Date(service.publishedAt);
  const publishedAt = since ?? (move.state === "live" ? ctx.now : null);
  await ctx.db
    .update(services)
    .set({ ...move, publishedAt, updatedAt: ctx.now })
    .where(eq(services.id, service.id));
  await queueJob(ctx, "index-services", { ids: [service.id] });
  const { state, stateNote } = service;
  const after = { state: { state: move.state ?? state, stateNote: move.stateNote ?? stateNote } };
  const before = { state: { state, stateNote } };
  await record(ctx, { deed, noun: "service", nounId: service.id, before, after });
}

/** Reads what an approved or declined case is about. Throws Conflict when it waits no longer. */
export async function findWaiting(ctx: Ctx, serviceId: string): Promise<KeptService> {
  const service = await findAnyServiceRecord(ctx, serviceId);
  if (service.state !== "waiting")
    throw new Conflict("This service waits no longer: its keepers took it back.");
  return service;
}
