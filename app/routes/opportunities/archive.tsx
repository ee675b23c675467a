import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { showKeptOpportunity } from "#app/domain/opportunities/find-kept.server.ts";
import { archiveOpportunity } from "#app/domain/opportunities/take-down.server.ts";
import { DAYS_TO_RESTORE } from "#app/domain/organisations/restorable.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const kept = await showKeptOpportunity(ctx, params.slug ?? "");
  if (kept.state === "archived") throw redirect(paths.keptOpportunities(kept.organisation.slug));
  return { kept };
});

export const action = signedIn(async (ctx, { params }) => {
  const { organisationSlug } = await archiveOpportunity(ctx, params.slug ?? "");
  return redirect(paths.keptOpportunities(organisationSlug, { did: "archive" }));
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Take it down?") }];

export default function ArchiveOpportunity() {
  const { kept } = useLoaderData<typeof loader>();
  return (
    <AskFirst
      title="Take it down?"
      caption={kept.title}
      breadcrumbs={[{ label: "Your opportunities", href: paths.keptOpportunities(kept.organisation.slug) }]}
      button="Take it down"
      manner="warning"
      keep={{ label: "Keep it", href: paths.keptOpportunities(kept.organisation.slug) }}
    >
      <p className="govuk-body">
        Nobody will find it any more, and its page will be gone. You can put it back for {DAYS_TO_RESTORE}{" "}
        days.
      </p>
      {kept.state === "waiting" && (
        <p className="govuk-body">It waits for approval. Taking it down withdraws it.</p>
      )}
    </AskFirst>
  );
}
