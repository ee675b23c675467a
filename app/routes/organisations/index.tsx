import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findDirectory } from "#app/domain/organisations/find-directory.server.ts";
import { DirectoryQuery } from "#app/domain/organisations/inputs.ts";
import { findPlaces } from "#app/domain/places/find.server.ts";
import { findTopics } from "#app/domain/services/find-topics.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { readQuery } from "#app/http/query.server.ts";
import { paths } from "#app/paths.ts";
import { PageHeading, WithAside } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { CardList } from "#app/ui/kit/show/card.tsx";
import { Empty } from "#app/ui/kit/show/empty.tsx";
import { DirectoryFilters } from "#app/ui/organisations/directory-filters.tsx";
import { OrganisationCard } from "#app/ui/organisations/organisation-card.tsx";
import { TurnPage } from "#app/ui/organisations/turn-page.tsx";

export const loader = visitor(async (ctx, { url }) => {
  const asked = readQuery(url, DirectoryQuery);
  const [directory, places, topics] = await Promise.all([
    findDirectory(ctx, asked),
    findPlaces(ctx),
    findTopics(ctx),
  ]);
  return { asked, directory, places, topics };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data?.asked.q ? `${data.asked.q.slice(0, 60)} – Organisations` : "Organisations") },
];

export default function Organisations() {
  const { asked, directory, places, topics } = useLoaderData<typeof loader>();
  const { organisations, total } = directory;
  return (
    <>
      <PageHeading
        title="Organisations"
        lead="Charities, community groups, social enterprises and public bodies that work in Norfolk and Waveney, from A to Z."
      >
        <p className="govuk-body">
          Not here yet? <a href={paths.register()}>Register your organisation</a>.
        </p>
      </PageHeading>
      <WithAside asideFirst aside={<DirectoryFilters {...asked} places={places} topics={topics} />}>
        <p className="govuk-body">{countInWords(total)}</p>
        {organisations.length === 0 && <NobodyFound />}
        <CardList>
          {organisations.map((organisation) => (
            <OrganisationCard organisation={organisation} key={organisation.slug} />
          ))}
        </CardList>
        <Turns />
      </WithAside>
    </>
  );
}

function Turns() {
  const { asked, directory } = useLoaderData<typeof loader>();
  const { after: _after, before: _before, ...filter } = asked;
  const { before, after } = directory;
  return (
    <TurnPage
      previous={before && paths.organisations({ ...filter, before })}
      next={after && paths.organisations({ ...filter, after })}
    />
  );
}

function NobodyFound() {
  return (
    <Empty title="No organisation fits">
      <p className="govuk-body">
        Try part of the name, another place or theme, or see{" "}
        <a href={paths.organisations()}>every organisation</a>. If you look for help rather than a name,{" "}
        <a href={paths.search()}>find support</a> instead.
      </p>
    </Empty>
  );
}

function countInWords(total: number): string {
  return total === 1 ? "1 organisation" : `${total.toLocaleString("en-GB")} organisations`;
}
