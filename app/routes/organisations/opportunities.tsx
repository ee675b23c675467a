import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findKeptOpportunities, type KeptLine } from "#app/domain/opportunities/find-kept.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/kit/forms/button.tsx";
import { KeeperLinks } from "#app/ui/kit/forms/keeper-links.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { CardList } from "#app/ui/kit/show/card.tsx";
import { Empty } from "#app/ui/kit/show/empty.tsx";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { keeperLinks, nextStep } from "#app/ui/opportunities/keeping.ts";
import { StateTag } from "#app/ui/opportunities/state-tag.tsx";
import { opportunityKinds } from "#db/vocabulary.ts";

export const loader = signedIn(async (ctx, { params, url }) => ({
  ...(await findKeptOpportunities(ctx, params.slug ?? "")),
  did: url.searchParams.get("did"),
  now: ctx.now.toISOString(),
}));

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Your opportunities") }];

const done: Record<string, string> = {
  archive: "It was taken down. You can put it back for 30 days.",
  restore: "It is back.",
  ask: "It was sent for approval. You will get a mail when somebody has looked at it.",
};

export default function KeptOpportunities() {
  const { organisation, opportunities, did, now } = useLoaderData<typeof loader>();
  const said = did ? done[did] : undefined;
  return (
    <Measure>
      {said && <Done>{said}</Done>}
      <PageHeading
        title="Your opportunities"
        caption={organisation.name}
        breadcrumbs={[{ label: organisation.name, href: paths.organisation(organisation.slug) }]}
        lead="Volunteering, jobs, funding, training and other ways to take part, in every state."
      />
      <LinkButton href={paths.newOpportunity(organisation.slug)}>Add an opportunity</LinkButton>
      {opportunities.length === 0 && (
        <Empty title="There are none yet">
          <p className="govuk-body">
            Add the first one: it stays a draft that only you can see until you publish it.
          </p>
        </Empty>
      )}
      <CardList>
        {opportunities.map((opportunity) => (
          <Kept opportunity={opportunity} now={now} key={opportunity.slug} />
        ))}
      </CardList>
    </Measure>
  );
}

function Kept({ opportunity, now }: { opportunity: KeptLine; now: string }) {
  const { slug, title, kind, state, isClosed } = opportunity;
  const isPublic = state === "live" || state === "temporarily-closed";
  return (
    <li className="card">
      <div className="card__body">
        <p className="card__caption">{opportunityKinds[kind]}</p>
        <h2 className="card__title">{isPublic ? <a href={paths.opportunity(slug)}>{title}</a> : title}</h2>
        <p>
          <StateTag state={state} isClosed={isClosed} /> {nextStep(opportunity, now)}
        </p>
        <KeeperLinks links={keeperLinks(opportunity)} about={title} />
      </div>
    </li>
  );
}
