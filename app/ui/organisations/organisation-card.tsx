import { paths } from "#app/paths.ts";
import { Card, CardFacts } from "#app/ui/kit/show/card.tsx";
import { notConfirmedInWords } from "#app/ui/upkeep/not-confirmed.ts";
import { type OrganisationKind, organisationKinds } from "#db/vocabulary.ts";

export interface ListedOrganisation {
  slug: string;
  name: string;
  kind: OrganisationKind;
  about: string;
  places: readonly string[];
  isSystemWide: boolean;
  notConfirmedSince?: string | null;
}

export function OrganisationCard({ organisation }: { organisation: ListedOrganisation }) {
  const { slug, name, kind, about } = organisation;
  return (
    <Card title={name} href={paths.organisation(slug)} level={2}>
      {about && <p>{opening(about)}</p>}
      <CardFacts
        facts={[
          organisationKinds[kind],
          worksIn(organisation),
          notConfirmedInWords(organisation.notConfirmedSince),
        ]}
      />
    </Card>
  );
}

/** Where it works, in a few words. */
export function worksIn({
  places,
  isSystemWide,
}: {
  places: readonly string[];
  isSystemWide: boolean;
}): string {
  if (isSystemWide || places.length > 3) return "All of Norfolk and Waveney";
  return places.join(", ");
}

/** The first sentence, or as many whole words as fit a card. */
export function opening(text: string, most = 160): string {
  const line = text.replace(/\s+/g, " ").trim();
  const sentence = /^.{20,}?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
  if (sentence.length <= most) return sentence;
  return `${sentence.slice(0, most).replace(/\s+\S*$/, "")}…`;
}
