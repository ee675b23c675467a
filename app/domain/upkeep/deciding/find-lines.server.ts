import { eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { findServiceChoices } from "#app/domain/services/record/find-choices.server.ts";
import { findAnyServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { sectionWords } from "#app/domain/services/record/section-words.ts";
import { type SectionValue, sectionNames } from "#app/domain/services/record/service-record.ts";
import { opportunities } from "#db/schema/opportunities.ts";
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
export async function findOpportunityLines({ db }: Ctx, id: string): Promise<Line[]> {
  const [row] = await db.select().from(opportunities).where(eq(opportunities.id, id));
  if (!row) return [];
  const facts = {
    ...{ Kind: opportunityKinds[row.kind], Title: row.title, "In short": row.summary },
    ...{ "More about it": row.description, "How to apply": row.howToApply, Commitment: row.commitment },
    ...{ "Web address": row.url, "E-mail": row.email },
  };
  return Object.entries(facts).flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
