import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { showKeptOpportunity } from "#app/domain/opportunities/find-kept.server.ts";
import { restoreOpportunity } from "#app/domain/opportunities/take-down.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const kept = await showKeptOpportunity(ctx, params.slug ?? "");
  if (kept.state !== "archived") throw redirect(paths.keptOpportunities(kept.organisation.slug));
  return { kept };
});

export const action = signedIn(async (ctx, { params }) => {
  const { slug } = await restoreOpportunity(ctx, params.slug ?? "");
  const { organisation } = await showKeptOpportunity(ctx, slug);
  return redirect(paths.keptOpportunities(organisation.slug, { did: "restore" }));
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Put it back?") }];

export default function RestoreOpportunity() {
  const { kept } = useLoaderData<typeof loader>();
  return (
    <AskFirst
      title="Put it back?"
      caption={kept.title}
      breadcrumbs={[{ label: "Your opportunities", href: paths.keptOpportunities(kept.organisation.slug) }]}
      button="Put it back"
      keep={{ label: "Leave it", href: paths.keptOpportunities(kept.organisation.slug) }}
    >
      <p className="govuk-body">
        It comes back as it was when it was taken down. What was published is published again at once.
      </p>
    </AskFirst>
  );
}
