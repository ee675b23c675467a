import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { record } from "#app/domain/record.server.ts";
import type { NewService } from "#app/domain/services/input/inputs.ts";
import { mayKeepServices } from "#app/domain/services/policy.ts";
import { refreshReach } from "#app/domain/services/writing/refresh-reach.server.ts";
import { writeSection } from "#app/domain/services/writing/write-section.server.ts";
import { firstFree, slugOf } from "#app/domain/slug.ts";
import { services } from "#db/schema/services.ts";
import { findServiceRecord, type KeptService } from "./find-record.server.ts";
import { type SectionValue, sectionNames } from "./service-record.ts";

/** Begins a service as a draft that only its keepers see. Throws NotFound for an organisation that is not the actor's. */
export function beginService(
  ctx: Ctx,
  organisationSlug: string,
  input: NewService,
): Promise<{ slug: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const organisation = await findKept(inside, organisationSlug);
    const made = await insertDraft(inside, organisation.id, input);
    const after = { basics: { ...input, description: "", topics: [], url: null } };
    await record(inside, { deed: "begin service", noun: "service", nounId: made.id, after });
    return { slug: made.slug };
  });
}

/** A draft that says all that another service of the organisation says; room for people and dates are its own. */
export function copyService(ctx: Ctx, slug: string): Promise<{ slug: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const service = await findServiceRecord(inside, slug);
    const { name, summary } = service.record.basics;
    const made = await insertDraft(inside, service.organisationId, { name: copyName(name), summary });
    const written = { id: made.id, organisationId: service.organisationId };
    for (const section of sectionNames.filter((one) => one !== "capacity")) {
      const fields = service.record[section];
      const value = { section, fields: section === "basics" ? { ...fields, name: made.name } : fields };
      await writeSection(inside, written, value as SectionValue);
    }
    const after = (await findServiceRecord(inside, made.slug)).record;
    await record(inside, { deed: "copy service", noun: "service", nounId: made.id, after });
    return { slug: made.slug };
  });
}

const copyName = (name: string) => `${name.slice(0, 140)} (copy)`;

async function findKept({ db, actor }: Ctx, slug: string): Promise<{ id: string }> {
  const [found] = await db.execute<{ id: string }>(
    sql`select id from organisations where slug = ${slug} and state <> 'archived'`,
  );
  if (!found || !mayKeepServices(actor, found.id)) throw new NotFound("that organisation");
  return found;
}

async function insertDraft(
  ctx: Ctx,
  organisationId: string,
  { name, summary }: NewService,
): Promise<Pick<KeptService, "id" | "slug" | "name">> {
  const slug = await freeSlug(ctx, name);
  const [made] = await ctx.db
    .insert(services)
    .values({ organisationId, slug, name, summary, state: "draft", createdAt: ctx.now, updatedAt: ctx.now })
    .returning({ id: services.id, slug: services.slug, name: services.name });
  if (!made) throw new NotFound("that service");
  await refreshReach(ctx, [made.id]);
  return made;
}

/** Two who begin services of one name at the same moment take turns: the lock lasts until the transaction ends. */
async function freeSlug({ db }: Ctx, name: string): Promise<string> {
  const slug = slugOf(name, "service");
  await db.execute(sql`select pg_advisory_xact_lock(hashtext(${`service slug ${slug}`}))`);
  const rows = await db.execute<{ slug: string }>(
    sql`select slug from services where slug = ${slug} or slug like ${`${slug}-%`}`,
  );
  return firstFree(
    slug,
    rows.map((row) => row.slug),
  );
}
