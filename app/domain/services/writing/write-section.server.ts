import { eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import { languageName } from "#app/domain/services/record/languages.ts";
import type {
  RecordSection,
  SectionValue,
  ServiceRecord,
} from "#app/domain/services/record/service-record.ts";
import { costOptions, funding, languages, services } from "#db/schema/services.ts";
import { serviceTerms, taxonomies, taxonomyTerms } from "#db/schema/taxonomies.ts";
import { refreshReach } from "./refresh-reach.server.ts";
import { writeContacts, writePhones } from "./write-contact.server.ts";
import { writeHours } from "./write-hours.server.ts";
import { writeAreas, writeVenues } from "./write-where.server.ts";

/** The service that a section is written into. */
export interface Written {
  id: string;
  organisationId: string;
}

type Writer<S extends RecordSection> = (
  ctx: Ctx,
  service: Written,
  fields: ServiceRecord[S],
) => Promise<void>;

/** Writes one section as it is given, and what follows from it. Who may, and what is recorded, is the verb's. */
export async function writeSection(
  ctx: Ctx,
  service: Written,
  { section, fields }: SectionValue,
): Promise<void> {
  const write = writers[section] as Writer<typeof section>;
  await write(ctx, service, fields as never);
}

const writers: { [S in RecordSection]: Writer<S> } = {
  async basics(ctx, service, { topics, ...own }) {
    await set(ctx, service, own);
    await writeTopics(ctx, service, topics);
  },
  async where(ctx, service, { isOnline, gettingThere, venues, areas, areaWords }) {
    await set(ctx, service, { isOnline, gettingThere });
    await writeVenues(ctx, service, venues);
    await writeAreas(ctx, service, areas, areaWords);
    await refreshReach(ctx, [service.id]);
  },
  async when(ctx, service, { bankHolidays, isTermTimeOnly, ...hours }) {
    await set(ctx, service, { bankHolidays, isTermTimeOnly });
    await writeHours(ctx, service, hours);
  },
  async cost({ db }, { id }, { costs }) {
    await db.delete(costOptions).where(sql`service_id = ${id} and valid_from is null and valid_to is null`);
    if (costs.length === 0) return;
    await db
      .insert(costOptions)
      .values(costs.map((cost) => ({ ...cost, serviceId: id, amount: cost.amount?.toFixed(2) ?? null })));
  },
  async contact(ctx, service, { phones, contacts, funders, ...own }) {
    await set(ctx, service, own);
    await ctx.db.delete(funding).where(eq(funding.serviceId, service.id));
    if (funders.length > 0)
      await ctx.db.insert(funding).values(funders.map((source) => ({ source, serviceId: service.id })));
    await writePhones(ctx, service, phones);
    await writeContacts(ctx, service, contacts);
  },
  async "who-for"(ctx, service, { languages: spoken, ...own }) {
    await set(ctx, service, own);
    await ctx.db.delete(languages).where(eq(languages.serviceId, service.id));
    if (spoken.length === 0) return;
    await ctx.db
      .insert(languages)
      .values(
        spoken.map(({ code, note }) => ({ serviceId: service.id, code, name: languageName(code), note })),
      );
  },
  async capacity(ctx, service, fields) {
    await set(ctx, service, { ...fields, capacitySetAt: ctx.now });
  },
};

async function set({ db, now }: Ctx, { id }: Written, values: Partial<typeof services.$inferInsert>) {
  await db
    .update(services)
    .set({ ...values, updatedAt: now })
    .where(eq(services.id, id));
}

/** Topics alone: terms of other lists (whom it is meant for) stay as they are. */
async function writeTopics({ db }: Ctx, { id }: Written, slugs: readonly string[]): Promise<void> {
  const known = await db
    .select({ id: taxonomyTerms.id, slug: taxonomyTerms.slug })
    .from(taxonomyTerms)
    .innerJoin(taxonomies, eq(taxonomies.id, taxonomyTerms.taxonomyId))
    .where(eq(taxonomies.slug, "topics"));
  const wanted = known.filter(({ slug }) => slugs.includes(slug));
  if (wanted.length < new Set(slugs).size) throw new Invalid("", { topics: "Choose topics from the list" });
  const topicIds = known.map((term) => term.id);
  if (topicIds.length === 0) return;
  await db
    .delete(serviceTerms)
    .where(sql`${eq(serviceTerms.serviceId, id)} and ${inArray(serviceTerms.termId, topicIds)}`);
  if (wanted.length === 0) return;
  await db.insert(serviceTerms).values(wanted.map((term) => ({ serviceId: id, termId: term.id })));
}
