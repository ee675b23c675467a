import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { findHistory, type PastChange } from "#app/domain/history.server.ts";
import { mayEditService } from "#app/domain/services/policy.ts";
import {
  findServiceRecord,
  type KeptService,
  lockServiceRecord,
} from "#app/domain/services/record/find-record.server.ts";
import { sectionOf } from "#app/domain/services/record/past-section.ts";
import { writeChange } from "#app/domain/services/record/save-section.server.ts";
import type { SectionValue } from "#app/domain/services/record/service-record.ts";
import { findVenueChoices } from "#app/domain/services/venues/find-venues.server.ts";

export interface PastVersion {
  service: KeptService;
  change: PastChange;
  /** The section as it stood before the change. */
  version: SectionValue;
}

/** All that was done to a service, newest first. Throws NotFound for those who do not keep it. */
export async function findServiceHistory(
  ctx: Ctx,
  slug: string,
): Promise<{ service: KeptService; changes: PastChange[] }> {
  const service = await findServiceRecord(ctx, slug);
  return { service, changes: await findHistory(ctx, "service", service.id) };
}

/** The section that stood before one change. Throws NotFound where there was none to go back to. */
export async function findPastVersion(ctx: Ctx, slug: string, changeId: string): Promise<PastVersion> {
  const { service, changes } = await findServiceHistory(ctx, slug);
  const change = changes.find(({ id }) => id === changeId);
  const version = change && sectionOf(change.before);
  if (!version) throw new NotFound("that version");
  return { service, change, version };
}

/**
 * Puts back the section that stood before a change; topics, areas and venues that are gone meanwhile stay away.
 * It is a change like any other: recorded, and a name may wait for approval. Throws NotFound or Conflict.
 */
export function restoreVersion(ctx: Ctx, slug: string, changeId: string): Promise<{ isWaiting: boolean }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const service = await lockServiceRecord(inside, slug);
    if (!mayEditService(ctx.actor, service))
      throw new Conflict("Bring the service back first: it is archived.");
    const { version } = await findPastVersion(inside, slug, changeId);
    return writeChange(inside, service, await stillThere(inside, service, version), {
      deed: "restore version of service",
    });
  });
}

async function stillThere(ctx: Ctx, service: KeptService, value: SectionValue): Promise<SectionValue> {
  const { section, fields } = value;
  if (section === "basics") {
    const known = await slugsOf(ctx, "taxonomy_terms");
    return { section, fields: { ...fields, topics: fields.topics.filter((slug) => known.has(slug)) } };
  }
  if (section === "where") {
    const known = await slugsOf(ctx, "footprints");
    const venues = new Set((await findVenueChoices(ctx, service.organisationId)).map(({ id }) => id));
    const areas = fields.areas.filter((slug) => known.has(slug));
    return {
      section,
      fields: { ...fields, areas, venues: fields.venues.filter(({ id }) => venues.has(id)) },
    };
  }
  if (section !== "when") return value;
  const here = new Set(service.record.where.venues.map(({ id }) => id));
  const isHere = ({ at }: { at: string | null }) => at === null || here.has(at);
  return {
    section,
    fields: { ...fields, hours: fields.hours.filter(isHere), exceptions: fields.exceptions.filter(isHere) },
  };
}

async function slugsOf({ db }: Ctx, table: "taxonomy_terms" | "footprints"): Promise<Set<string>> {
  const rows = await db.execute<{ slug: string }>(sql`select slug from ${sql.identifier(table)}`);
  return new Set(rows.map(({ slug }) => slug));
}
