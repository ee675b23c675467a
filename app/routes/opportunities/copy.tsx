import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { copyOpportunity } from "#app/domain/opportunities/create-opportunity.server.ts";
import { showKeptOpportunity } from "#app/domain/opportunities/find-kept.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => ({
  kept: await showKeptOpportunity(ctx, params.slug ?? ""),
}));

export const action = signedIn(async (ctx, { params }) => {
  const { slug } = await copyOpportunity(ctx, params.slug ?? "");
  return redirect(paths.editOpportunity(slug, { did: "copy" }));
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Make another like this?") }];

export default function CopyOpportunity() {
  const { kept } = useLoaderData<typeof loader>();
  return (
    <AskFirst
      title="Make another like this?"
      caption={kept.title}
      breadcrumbs={[{ label: "Your opportunities", href: paths.keptOpportunities(kept.organisation.slug) }]}
      button="Make a copy"
      keep={{ label: "Do not copy it", href: paths.keptOpportunities(kept.organisation.slug) }}
    >
      <p className="govuk-body">
        The copy has the same words and no dates. It is a draft: you can change it before anybody sees it.
      </p>
    </AskFirst>
  );
}
