import type { OrganisationPage } from "#app/domain/organisations/find.server.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import type { SummaryRow } from "#app/ui/kit/show/summary-list.tsx";
import { identifierSchemes } from "#db/vocabulary.ts";

/** What is known of an organisation, as rows of a `SummaryList`. */
export function factRows(organisation: OrganisationPage): SummaryRow[] {
  const { identifiers, formerNames, branchOf, branches, places, districts, topics, confirmedOn } =
    organisation;
  const works = organisation.isSystemWide
    ? "All of Norfolk and Waveney"
    : linked(places, (slug) => paths.place(slug));
  return [
    { key: "Works in", value: works },
    { key: "Districts", value: districts.join(", ") },
    { key: "Themes", value: linked(topics, (topic) => paths.organisations({ topic })) },
    ...identifiers.map(({ scheme, identifier }) => ({ key: identifierSchemes[scheme], value: identifier })),
    { key: "Once called", value: formerNames.map(formerName).join(", ") },
    { key: "Branch of", value: branchOf && linked([branchOf], (slug) => paths.organisation(slug)) },
    { key: "Branches", value: linked(branches, (slug) => paths.organisation(slug)) },
    { key: "Confirmed", value: confirmedOn ? formatDay(confirmedOn) : "Not yet" },
  ];
}

function formerName({ name, until }: { name: string; until: string | null }): string {
  return until ? `${name} (until ${formatDay(until)})` : name;
}

function linked(links: readonly { slug: string; name: string }[], hrefOf: (slug: string) => string) {
  if (links.length === 0) return null;
  return links.map(({ slug, name }, place) => (
    <span key={slug}>
      {place > 0 && ", "}
      <a href={hrefOf(slug)}>{name}</a>
    </span>
  ));
}
