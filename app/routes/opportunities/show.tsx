import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findOpportunity } from "#app/domain/opportunities/find.server.ts";
import { showKeptOpportunity } from "#app/domain/opportunities/find-kept.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { KeeperLinks } from "#app/ui/kit/forms/keeper-links.tsx";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { keeperLinks, nextStep } from "#app/ui/opportunities/keeping.ts";
import { OpportunityBody } from "#app/ui/opportunities/opportunity-body.tsx";
import { opportunityKinds } from "#db/vocabulary.ts";

export const loader = visitor(async (ctx, { params, url }) => {
  const opportunity = await findOpportunity(ctx, params.slug ?? "");
  const kept = opportunity.mayKeep ? await showKeptOpportunity(ctx, opportunity.slug) : null;
  return { opportunity, kept, now: ctx.now.toISOString(), did: url.searchParams.get("did") };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: titleFor(data?.opportunity.title) }];

const done: Record<string, string> = {
  publish: "It is published. Everybody can see it.",
  edit: "It is saved. This is what everybody sees now.",
  close: "It is closed for now.",
};

export default function Opportunity() {
  const { opportunity, kept, now, did } = useLoaderData<typeof loader>();
  const { slug, title, kind, summary } = opportunity;
  const said = kept && did ? done[did] : undefined;
  return (
    <>
      {said && <Done>{said}</Done>}
      <PageHeading
        title={title}
        caption={opportunityKinds[kind]}
        lead={summary}
        breadcrumbs={[{ label: "Opportunities", href: paths.opportunities() }]}
      />
      <Measure>
        <OpportunityBody opportunity={opportunity} now={now} />
        {kept && <Keeping />}
        <p className="govuk-body">
          <a className="govuk-link" href={paths.report("opportunity", slug)}>
            Something is wrong here
          </a>
        </p>
      </Measure>
    </>
  );
}

/** For those who keep it: where it stands, and what they may do. */
function Keeping() {
  const { kept, now } = useLoaderData<typeof loader>();
  if (!kept) return null;
  return (
    <Section title="You keep this">
      <p className="govuk-body">{nextStep(kept, now)}</p>
      <KeeperLinks links={keeperLinks(kept)} about={kept.title} />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.keptOpportunities(kept.organisation.slug)}>
          All your opportunities
        </a>
      </p>
    </Section>
  );
}
