import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  findOpportunityVersion,
  restoreOpportunityVersion,
} from "#app/domain/opportunities/edit-opportunity.server.ts";
import { findPlaces } from "#app/domain/places/find.server.ts";
import { orFormReply } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { DifferenceTable } from "#app/ui/history/history-list.tsx";
import { formatDateTime } from "#app/ui/kit/dates/date-time.ts";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { differencesOf } from "#app/ui/opportunities/versions.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const version = await findOpportunityVersion(ctx, params.slug ?? "", params.change ?? "");
  const { row, fields: current } = version.kept;
  const { slug, title, kind } = row;
  if (row.state === "archived") throw redirect(paths.restoreOpportunity(slug));
  const { at, fields } = version;
  return { slug, title, kind, at, fields, current, places: await findPlaces(ctx) };
});

export const action = signedIn(async (ctx, { params }) => {
  const restored = await orFormReply({}, () =>
    restoreOpportunityVersion(ctx, params.slug ?? "", params.change ?? ""),
  );
  return restored.ok ? redirect(paths.opportunityHistory(restored.value.slug)) : restored.reply;
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Put these words back?") }];

export default function VersionOfOpportunity() {
  const { slug, title, kind, at, fields, current, places } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const placeNames = new Map(places.map((place) => [place.slug, place.name]));
  const rows = differencesOf(current, fields, { kind, placeNames });
  return (
    <AskFirst
      title="Put these words back?"
      caption={title}
      breadcrumbs={[{ label: "History", href: paths.opportunityHistory(slug) }]}
      errors={failed?.errors}
      button="Put them back"
      keep={{ label: "Leave it as it is now", href: paths.opportunityHistory(slug) }}
    >
      <p className="govuk-body">
        This is how it was before the change of {formatDateTime(at)}. The words that stand now stay in the
        history.
      </p>
      {rows.length === 0 && <p className="govuk-body">It is just the same now.</p>}
      <DifferenceTable rows={rows} caption="Now and then" columns={["Now", "Then"]} />
    </AskFirst>
  );
}
