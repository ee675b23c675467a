import type { OrganisationPage } from "#app/domain/organisations/find.server.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import type { SummaryRow } from "#app/ui/kit/show/summary-list.tsx";
import { identifierSchemes } from "#db/vocabulary.ts";

/** "Confirmed on 3 October 2026", and from the day on which that falls due, "Not confirmed since". */
export function confirmedInWords(
  { confirmedOn, reviewDueOn }: Pick<OrganisationPage, "confirmedOn" | "reviewDueOn">,
  today: string,
): string {
  if (!confirmedOn) return "Not yet confirmed by the organisation";
  const isDue = reviewDueOn !== null && reviewDueOn <= today;
  return `${isDue ? "Not confirmed since" : "Confirmed on"} ${formatDay(confirmedOn)}`;
}

/** What is known of an organisation, as rows of a `SummaryList`. */
export function factRows(organisation: OrganisationPage): SummaryRow[] {
  const { identifiers, formerNames, branchOf, branches, places, districts, topics, worksOnline } =
    organisation;
  const works = organisation.isSystemWide
    ? "All of Norfolk and Waveney"
    : linked(places, (slug) => paths.place(slug));
  const rows: SummaryRow[] = [
    { key: "Works in", value: works },
    { key: "Online", value: worksOnline && "Can be used from anywhere" },
    { key: "Districts", value: districts.join(", ") },
    { key: "Themes", value: linked(topics, (topic) => paths.organisations({ topic })) },
    { key: "Registered", value: identifiers.map(registration) },
    { key: "Once called", value: formerNames.map(formerName).join(", ") },
    { key: "Branch of", value: branchOf && linked([branchOf], (slug) => paths.organisation(slug)) },
    { key: "Branches", value: linked(branches, (slug) => paths.organisation(slug)) },
  ];
  return rows.filter(({ value }) => !Array.isArray(value) || value.length > 0);
}

function registration({ scheme, identifier }: OrganisationPage["identifiers"][number]) {
  return (
    <div key={scheme + identifier}>
      {identifierSchemes[scheme]} {identifier}
    </div>
  );
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
