import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid } from "#app/domain/errors.ts";
import {
  type Duplicate,
  findDuplicates,
} from "#app/domain/organisations/duplicates/find-duplicates.server.ts";
import { emptyRecord } from "#app/domain/organisations/record/record.ts";
import { writeSection } from "#app/domain/organisations/record/write-record.server.ts";
import { record } from "#app/domain/record.server.ts";
import { registrations } from "#db/schema/keeping/registrations.ts";
import { organisations } from "#db/schema/organisations.ts";
import { districts, placeDistricts, places } from "#db/schema/places.ts";
import { issueDeviceToken } from "./find-registration.server.ts";
import { type Beginning, EVERYWHERE } from "./inputs.ts";

/** Records that may be the very organisation that somebody is about to register. Throws Invalid. */
export async function findLikely(ctx: Ctx, { name, district }: Beginning): Promise<Duplicate[]> {
  if (district === EVERYWHERE) return findDuplicates(ctx, { name });
  return findDuplicates(ctx, { name, districtIds: [(await findDistrict(ctx, district)).id] });
}

/**
 * Begins a registration, by anybody: a draft that nobody but their device sees. Answers with its id and the
 * secret for the device. Throws Invalid for a district that we do not have.
 */
export function beginRegistration(ctx: Ctx, input: Beginning): Promise<{ id: string; deviceToken: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { name, kind } = input;
    const where = await whereOf(inside, input.district);
    const stamps = { createdAt: ctx.now, updatedAt: ctx.now };
    const [organisation] = await db
      .insert(organisations)
      // No good address is taken by what may never be published: the name makes one when it is approved
      .values({ name, kind, slug: `registration-${randomUUID().slice(0, 13)}`, state: "draft", ...stamps })
      .returning({ id: organisations.id });
    if (!organisation) throw new Conflict("The registration could not be saved.");
    await writeSection(inside, organisation.id, "where", where);
    const you =
      ctx.actor.kind === "person" ? { contactName: ctx.actor.name, contactEmail: ctx.actor.email } : {};
    const [made] = await db
      .insert(registrations)
      .values({ organisationId: organisation.id, stepsDone: ["names"], ...you, ...stamps })
      .returning({ id: registrations.id });
    if (!made) throw new Conflict("The registration could not be saved.");
    const deviceToken = await issueDeviceToken(inside, made.id);
    const { names } = emptyRecord(name, kind);
    await record(inside, {
      ...{ deed: "begin registration", noun: "organisation", nounId: organisation.id },
      after: { names, where },
    });
    return { id: made.id, deviceToken };
  });
}

/** A district lies in one place, mostly: then the place is known too. */
async function whereOf(ctx: Ctx, district: string) {
  const { where } = emptyRecord("", "charity");
  if (district === EVERYWHERE) return { ...where, isSystemWide: true };
  const { slug, placeSlugs } = await findDistrict(ctx, district);
  return { ...where, districts: [slug], places: placeSlugs.length === 1 ? placeSlugs : [] };
}

async function findDistrict({ db }: Ctx, slug: string) {
  const rows = await db
    .select({ id: districts.id, slug: districts.slug, place: places.slug })
    .from(districts)
    .leftJoin(placeDistricts, eq(placeDistricts.districtId, districts.id))
    .leftJoin(places, eq(places.id, placeDistricts.placeId))
    .where(eq(districts.slug, slug));
  const [first] = rows;
  if (!first) throw new Invalid("Choose where you work", { district: "Choose where you work" });
  return { id: first.id, slug: first.slug, placeSlugs: rows.flatMap(({ place }) => place ?? []) };
}
