import { asc, eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { londonClock } from "#app/domain/london-time.ts";
import { findServiceChoices } from "#app/domain/services/record/find-choices.server.ts";
import { findAnyServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { sectionWords } from "#app/domain/services/record/section-words.ts";
import { type SectionValue, sectionNames } from "#app/domain/services/record/service-record.ts";
import { dayInWords } from "#app/domain/upkeep/day-in-words.ts";
import { opportunities, opportunityPlaces } from "#db/schema/opportunities.ts";
import { places } from "#db/schema/places.ts";
import { opportunityKinds } from "#db/vocabulary.ts";
import type { Line } from "./find-preview.server.ts";

/** All that a service says, for whoever approves its first publication. */
export async function findServiceLines(ctx: Ctx, serviceId: string): Promise<Line[]> {
  const { record, organisationId } = await findAnyServiceRecord(ctx, serviceId);
  const { topics, areas, venues } = await findServiceChoices(ctx, organisationId);
  const names = { topics: topics.flatMap((group) => group.topics), areas, venues };
  return sectionNames
    .flatMap((section) => sectionWords({ section, fields: record[section] } as SectionValue, names))
    .flatMap(({ label, words }) => (words ? [{ label, value: words }] : []));
}

/** All that an opportunity says. */
export async function findOpportunityLines(ctx: Ctx, id: string): Promise<Line[]> {
  const [row] = await ctx.db.select().from(opportunities).where(eq(opportunities.id, id));
  if (!row) return [];
  const facts = {
    ...{ Kind: opportunityKinds[row.kind], Title: row.title, "In short": row.summary },
    ...{ "More about it": row.description, "How to apply": row.howToApply, Commitment: row.commitment },
    ...{ Opens: row.opensAt > ctx.now ? momentInWords(row.opensAt) : "" },
    ...{ Closes: row.closesAt ? momentInWords(row.closesAt) : "No closing date" },
    ...{ Where: await findWhere(ctx, id), Online: row.isOnline ? "Yes" : "" },
    ...{ "Web address": row.url, "E-mail": row.email },
  };
  return Object.entries(facts).flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** "30 November 2026 at 17:00", by London's clock. */
const momentInWords = (at: Date): string => `${dayInWords(londonDay(at))} at ${londonClock(at)}`;

async function findWhere({ db }: Ctx, opportunityId: string): Promise<string> {
  const rows = await db
    .select({ name: places.name })
    .from(opportunityPlaces)
    .innerJoin(places, eq(places.id, opportunityPlaces.placeId))
    .where(eq(opportunityPlaces.opportunityId, opportunityId))
    .orderBy(asc(places.position), asc(places.name));
  return rows.map(({ name }) => name).join(", ") || "All of Norfolk and Waveney";
}
