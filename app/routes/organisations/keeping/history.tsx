import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findOrganisationHistory } from "#app/domain/organisations/history/find-history.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { HistoryList } from "#app/ui/history/history-list.tsx";
import { PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn((ctx, { params }) => findOrganisationHistory(ctx, params.slug ?? ""));

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(`History of ${data?.organisation.name ?? "a record"}`) },
];

export default function OrganisationHistory() {
  const { organisation, versions } = useLoaderData<typeof loader>();
  const { slug, name } = organisation;
  const entries = versions.map(({ differences, canRestore, ...version }) => ({
    ...version,
    rows: differences,
    href: canRestore ? paths.organisationVersion(slug, version.id) : null,
  }));
  return (
    <>
      <PageHeading
        title="History"
        caption={name}
        breadcrumbs={[{ label: name, href: paths.editOrganisation(slug) }]}
        lead="Every change: who, when, and what stood there before and after. Only those who keep the record and the Assembly team see this."
      />
      <HistoryList entries={entries} />
    </>
  );
}
