import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findOpportunityPreview } from "#app/domain/opportunities/find.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Inset } from "#app/ui/kit/show/notice.tsx";
import { OpportunityBody } from "#app/ui/opportunities/opportunity-body.tsx";
import { opportunityKinds } from "#db/vocabulary.ts";

export const loader = signedIn(async (ctx, { params }) => ({
  opportunity: await findOpportunityPreview(ctx, params.slug ?? ""),
  now: ctx.now.toISOString(),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data && `Preview of ${data.opportunity.title}`) },
];

export default function PreviewOfOpportunity() {
  const { opportunity, now } = useLoaderData<typeof loader>();
  const { title, kind, summary } = opportunity;
  return (
    <>
      <PageHeading title={title} caption={opportunityKinds[kind]} lead={summary}>
        <Inset>This is a preview. It shows the page as people will see it.</Inset>
      </PageHeading>
      <Measure>
        <OpportunityBody opportunity={opportunity} now={now} />
      </Measure>
    </>
  );
}
