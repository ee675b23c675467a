import { paths } from "#app/paths.ts";
import { Card, CardFacts } from "#app/ui/kit/show/card.tsx";
import { type OpportunityKind, opportunityKinds } from "#db/vocabulary.ts";
import { closesInWords, closingInWords } from "./closing.ts";

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

interface OpportunityCardProps {
  opportunity: ListedOpportunity;
  level?: 2 | 3;
  /** The moment of reading, to count the days that are left. */
  now?: string;
}

export function OpportunityCard({ opportunity, level, now }: OpportunityCardProps) {
  const { slug, title, kind, summary, organisation, closesAt } = opportunity;
  return (
    <Card
      title={title}
      href={paths.opportunity(slug)}
      caption={opportunityKinds[kind]}
      {...(level && { level })}
    >
      {summary && <p>{summary}</p>}
      <CardFacts facts={[organisation.name, whereInWords(opportunity), closingOf(closesAt, now)]} />
    </Card>
  );
}

function closingOf(closesAt: string | null, now: string | undefined): string {
  if (now || !closesAt) return closesInWords(closesAt, now ?? "");
  return `Closes ${closingInWords(closesAt)}`;
}

/** Without places it is for everywhere. */
export function whereInWords({ places, isOnline }: { places: readonly string[]; isOnline: boolean }): string {
  const where = places.length > 0 ? places.join(", ") : "All of Norfolk and Waveney";
  if (!isOnline) return where;
  return places.length > 0 ? `${where}, or online` : "Online";
}
