import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findOpenOpportunities } from "#app/domain/opportunities/find.server.ts";
import { OpportunityQuery } from "#app/domain/opportunities/inputs.ts";
import { findPlaces } from "#app/domain/places/find.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { readQuery } from "#app/http/query.server.ts";
import { paths } from "#app/paths.ts";
import { SelectField } from "#app/ui/kit/forms/choice.tsx";
import { Filters } from "#app/ui/kit/forms/filters.tsx";
import { PageHeading, WithAside } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { CardList } from "#app/ui/kit/show/card.tsx";
import { Empty } from "#app/ui/kit/show/empty.tsx";
import { Pagination } from "#app/ui/kit/show/pagination.tsx";
import { OpportunityCard } from "#app/ui/opportunities/opportunity-card.tsx";
import { opportunityKinds } from "#db/vocabulary.ts";

const PER_PAGE = 20;

export const loader = visitor(async (ctx, { url }) => {
  const query = readQuery(url, OpportunityQuery);
  const [places, found] = await Promise.all([
    findPlaces(ctx),
    findOpenOpportunities(ctx, { ...query, limit: PER_PAGE }),
  ]);
  return { query, places, now: ctx.now.toISOString(), ...found };
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Opportunities") }];

export default function Opportunities() {
  const { query, places, now, total, opportunities } = useLoaderData<typeof loader>();
  const { kind, place, page } = query;
  return (
    <>
      <PageHeading
        title="Opportunities"
        lead="Volunteering, jobs, funding, training and other ways to take part. The first to close come first."
      />
      <WithAside asideFirst aside={<OpportunityFilters {...query} places={places} />}>
        <p className="govuk-body">{countInWords(total)}</p>
        {opportunities.length === 0 && <NothingOpen />}
        <CardList>
          {opportunities.map((opportunity) => (
            <OpportunityCard opportunity={opportunity} level={2} now={now} key={opportunity.slug} />
          ))}
        </CardList>
        <Pagination
          page={page}
          pageCount={Math.ceil(total / PER_PAGE)}
          hrefFor={(number) => paths.opportunities({ kind, place, page: number })}
        />
      </WithAside>
    </>
  );
}

interface OpportunityFiltersProps {
  kind?: string | undefined;
  place?: string | undefined;
  places: { slug: string; name: string }[];
}

function OpportunityFilters({ kind, place, places }: OpportunityFiltersProps) {
  const kinds = Object.entries(opportunityKinds).map(([value, label]) => ({ value, label }));
  return (
    <Filters action={paths.opportunities()} active={[kind, place].filter(Boolean).length}>
      <SelectField name="kind" label="Kind" blank="Every kind" value={kind} choices={kinds} />
      <SelectField
        name="place"
        label="Place"
        blank="Everywhere"
        value={place}
        choices={places.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
    </Filters>
  );
}

function NothingOpen() {
  return (
    <Empty title="Nothing is open that fits">
      <p className="govuk-body">
        Try another kind or place, or see <a href={paths.opportunities()}>everything that is open</a>.
      </p>
    </Empty>
  );
}

function countInWords(total: number): string {
  return total === 1 ? "1 opportunity is open" : `${total.toLocaleString("en-GB")} opportunities are open`;
}
