import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findServiceHistory } from "#app/domain/services/history/past-version.server.ts";
import { findServiceChoices } from "#app/domain/services/record/find-choices.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { HistoryList } from "#app/ui/history/history-list.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { historyEntries } from "#app/ui/services/record/history-entries.ts";
import { namesOf } from "#app/ui/services/record/version-rows.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { service, changes } = await findServiceHistory(ctx, params.slug ?? "");
  const choices = await findServiceChoices(ctx, service.organisationId);
  const { slug, name } = service;
  return { slug, name, entries: historyEntries(slug, changes, namesOf(choices)) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data && `History of ${data.name}`) },
];

export default function ServiceHistory() {
  const { slug, name, entries } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading
        title="Every change"
        caption={name}
        breadcrumbs={[{ label: name, href: paths.editService(slug) }]}
        lead="Who changed what, and when. Only those who keep this service see this page."
      />
      <HistoryList entries={entries} />
    </Measure>
  );
}
