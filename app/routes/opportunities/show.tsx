import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findOpportunity } from "#app/domain/opportunities/find.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Notice } from "#app/ui/kit/show/notice.tsx";
import { Prose } from "#app/ui/kit/show/prose.tsx";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";
import { closingInWords } from "#app/ui/opportunities/closing.ts";
import { whereInWords } from "#app/ui/opportunities/opportunity-card.tsx";
import { opportunityKinds } from "#db/vocabulary.ts";

export const loader = visitor(async (ctx, { params }) => ({
  opportunity: await findOpportunity(ctx, params.slug ?? ""),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: titleFor(data?.opportunity.title) }];

export default function Opportunity() {
  const { opportunity } = useLoaderData<typeof loader>();
  const { title, kind, summary, description, isClosed } = opportunity;
  return (
    <>
      <PageHeading
        title={title}
        caption={opportunityKinds[kind]}
        lead={summary}
        breadcrumbs={[{ label: "Opportunities", href: paths.opportunities() }]}
      />
      <Measure>
        {isClosed && <Closed closesAt={opportunity.closesAt} />}
        <Facts />
        <Prose text={description} />
        {!isClosed && <HowToApply />}
      </Measure>
    </>
  );
}

function Closed({ closesAt }: { closesAt: string | null }) {
  return (
    <Notice label="Closed">
      <p className="govuk-notification-banner__heading">
        This closed {closesAt ? closingInWords(closesAt) : "some time ago"}.
      </p>
      <p className="govuk-body">
        See <a href={paths.opportunities()}>what is open now</a>.
      </p>
    </Notice>
  );
}

function Facts() {
  const { opportunity } = useLoaderData<typeof loader>();
  const { organisation, closesAt, commitment, isClosed } = opportunity;
  return (
    <SummaryList
      rows={[
        {
          key: "Organisation",
          value: <a href={paths.organisation(organisation.slug)}>{organisation.name}</a>,
        },
        { key: "Where", value: whereInWords(opportunity) },
        { key: "Time it takes", value: commitment },
        {
          key: isClosed ? "Closed" : "Closes",
          value: closesAt ? sentence(closingInWords(closesAt)) : "No closing date",
        },
      ]}
    />
  );
}

function HowToApply() {
  const { howToApply, url, email } = useLoaderData<typeof loader>().opportunity;
  if (!howToApply && !url && !email) return null;
  return (
    <Section title="How to apply">
      <Prose text={howToApply} />
      {url && (
        <p className="govuk-body">
          <a href={url}>Find out more on their website</a>
        </p>
      )}
      {email && (
        <p className="govuk-body">
          Write to <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
    </Section>
  );
}

/** "on Friday…" as a fact by itself. */
function sentence(words: string): string {
  const fact = words.replace(/^on /, "");
  return fact.charAt(0).toUpperCase() + fact.slice(1);
}
