import { paths } from "#app/paths.ts";
import { Card, CardFacts } from "#app/ui/kit/show/card.tsx";
import { notConfirmedInWords } from "#app/ui/upkeep/not-confirmed.ts";
import { distanceInWords } from "./distance.ts";

export interface ListedService {
  slug: string;
  name: string;
  summary: string;
  organisation: { name: string };
  where: string | null;
  cost: string | null;
  when: string | null;
  distanceKm?: number | null;
  notConfirmedSince?: string | null;
}

interface ServiceCardProps {
  service: ListedService;
  level?: 2 | 3;
  /** Left out on the organisation's own page. */
  showOrganisation?: boolean;
}

/** A service in a list: what, whose, where, what it costs and when. */
export function ServiceCard({ service, level = 2, showOrganisation = true }: ServiceCardProps) {
  const { slug, name, summary, organisation, where, cost, when, distanceKm } = service;
  const away = distanceKm === null || distanceKm === undefined ? null : distanceInWords(distanceKm);
  return (
    <Card
      title={name}
      href={paths.service(slug)}
      caption={showOrganisation ? organisation.name : undefined}
      level={level}
    >
      {summary && <p>{summary}</p>}
      <CardFacts
        facts={[
          [where, away].filter(Boolean).join(", "),
          cost,
          when,
          notConfirmedInWords(service.notConfirmedSince),
        ]}
      />
    </Card>
  );
}
