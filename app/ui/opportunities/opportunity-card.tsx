import { paths } from "#app/paths.ts";
import { Card, CardFacts } from "#app/ui/kit/show/card.tsx";
import { type OpportunityKind, opportunityKinds } from "#db/vocabulary.ts";
import { closingInWords } from "./closing.ts";

export interface ListedOpportunity {
  slug: string;
  title: string;
  kind: OpportunityKind;
  summary: string;
  organisation: { name: string };
  closesAt: string | null;
  isOnline: boolean;
  places: string[];
}

export function OpportunityCard({ opportunity, level }: { opportunity: ListedOpportunity; level?: 2 | 3 }) {
  const { slug, title, kind, summary, organisation, closesAt } = opportunity;
  return (
    <Card
      title={title}
      href={paths.opportunity(slug)}
      caption={opportunityKinds[kind]}
      {...(level && { level })}
    >
      {summary && <p>{summary}</p>}
      <CardFacts
        facts={[
          organisation.name,
          whereInWords(opportunity),
          closesAt ? `Closes ${closingInWords(closesAt)}` : "No closing date",
        ]}
      />
    </Card>
  );
}

/** Without places it is for everywhere. */
export function whereInWords({ places, isOnline }: { places: readonly string[]; isOnline: boolean }): string {
  const where = places.length > 0 ? places.join(", ") : "All of Norfolk and Waveney";
  if (!isOnline) return where;
  return places.length > 0 ? `${where}, or online` : "Online";
}
