import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findOpportunityPreview } from "#app/domain/opportunities/find.server.ts";
import { showKeptOpportunity } from "#app/domain/opportunities/find-kept.server.ts";
import { publishOpportunity } from "#app/domain/opportunities/publish-opportunity.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { ButtonGroup, DeedButton, LinkButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done, Inset } from "#app/ui/kit/show/notice.tsx";
import { OpportunityBody } from "#app/ui/opportunities/opportunity-body.tsx";
import { opportunityKinds } from "#db/vocabulary.ts";

export const loader = signedIn(async (ctx, { params, url }) => {
  const kept = await showKeptOpportunity(ctx, params.slug ?? "");
  // Published in another tab, or sent for approval: the list says where it stands
  if (kept.state !== "draft" && kept.state !== "temporarily-closed")
    throw redirect(paths.keptOpportunities(kept.organisation.slug));
  const opportunity = await findOpportunityPreview(ctx, kept.slug);
  return { kept, opportunity, now: ctx.now.toISOString(), did: url.searchParams.get("did") };
});

export const action = signedIn(async (ctx, { params }) => {
  const { slug, state } = await publishOpportunity(ctx, params.slug ?? "");
  if (state === "live") return redirect(paths.opportunity(slug, { did: "publish" }));
  const { organisation } = await showKeptOpportunity(ctx, slug);
  return redirect(paths.keptOpportunities(organisation.slug, { did: "ask" }));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data && `Publish ${data.opportunity.title}?`) },
];

export default function PublishOpportunity() {
  const { kept, opportunity, now, did } = useLoaderData<typeof loader>();
  return (
    <Measure>
      {(did === "make" || did === "edit") && <Done>It is saved. Nobody else can see it yet.</Done>}
      <PageHeading
        title={kept.wasPublished ? "Open it again?" : "Publish it?"}
        caption={kept.title}
        breadcrumbs={[{ label: "Your opportunities", href: paths.keptOpportunities(kept.organisation.slug) }]}
      />
      {kept.stateNote && kept.state === "draft" && <Inset>It was not approved: “{kept.stateNote}”</Inset>}
      <WhatHappens />
      <Section title="Preview">
        <h3 className="govuk-heading-m">
          {opportunityKinds[kept.kind]}: {opportunity.title}
        </h3>
        <p className="govuk-body-l">{opportunity.summary}</p>
        <OpportunityBody opportunity={{ ...opportunity, isPaused: false }} now={now} />
      </Section>
    </Measure>
  );
}

function WhatHappens() {
  const { kept } = useLoaderData<typeof loader>();
  const edit = paths.editOpportunity(kept.slug);
  if (kept.isClosed) {
    return (
      <>
        <p className="govuk-body">Its closing date has passed. Give it another one first.</p>
        <LinkButton href={edit}>Change the closing date</LinkButton>
      </>
    );
  }
  return (
    <>
      <p className="govuk-body">
        {kept.publishesAtOnce
          ? "Everybody can see it at once."
          : "Somebody of your network or of the Assembly team looks at it first. You will get a mail."}
      </p>
      <ButtonGroup>
        <DeedButton action={paths.publishOpportunity(kept.slug)} manner="primary">
          {kept.publishesAtOnce ? "Publish" : "Send it for approval"}
        </DeedButton>
        <a className="govuk-link" href={edit}>
          Change it
        </a>
        <a className="govuk-link" href={paths.keptOpportunities(kept.organisation.slug)}>
          {kept.wasPublished ? "Leave it closed" : "Leave it as a draft"}
        </a>
      </ButtonGroup>
    </>
  );
}
