import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findCheckedNumbers } from "#app/domain/organisations/keeping/check-numbers.server.ts";
import { findKeptOrganisation } from "#app/domain/organisations/keeping/find-kept.server.ts";
import { findWaitingChanges } from "#app/domain/organisations/keeping/waiting-changes.server.ts";
import {
  mayArchiveOrganisation,
  mayRestoreOrganisation,
  mayTrustOrganisation,
} from "#app/domain/organisations/policy.ts";
import { findNamesBySlug } from "#app/domain/organisations/record/names-by-slug.server.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { PageHeading, Section, WithAside } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { CheckedNumbers } from "#app/ui/organisations/checked-numbers.tsx";
import { KeeperLinks } from "#app/ui/organisations/keeper-links.tsx";
import { RecordSections } from "#app/ui/organisations/record-sections.tsx";
import { StateTag } from "#app/ui/organisations/state-tag.tsx";
import { WaitingChanges } from "#app/ui/organisations/waiting-changes.tsx";

export const loader = signedIn(async (ctx, { params, url }) => {
  const organisation = await findKeptOrganisation(ctx, params.slug ?? "");
  const { id, archivedAt } = organisation;
  const names = await findNamesBySlug(ctx);
  const [record, waiting, numbers] = await Promise.all([
    readRecord(ctx, id),
    findWaitingChanges(ctx, id, names),
    findCheckedNumbers(ctx, id),
  ]);
  const may = {
    archive: mayArchiveOrganisation(ctx.actor, id),
    restore: mayRestoreOrganisation(ctx.actor, { id, archivedAt }, ctx.now),
    trust: mayTrustOrganisation(ctx.actor),
  };
  return { organisation, record, names, waiting, numbers, may, did: url.searchParams.get("did") };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(`Keep the record of ${data?.organisation.name ?? ""}`) },
];

const done: Record<string, string> = {
  saved: "Your change is saved, and everybody sees it.",
  waiting: "Your change waits for approval. What is published stays until then.",
  same: "Nothing was changed.",
  withdrawn: "Your change is withdrawn.",
  closed: "The record says that you are closed for now.",
  reopened: "The record is open again.",
  archived: "The record is archived. Nobody but its keepers sees it.",
  restored: "The record is back as it was.",
  trusted: "Saved.",
  version: "The earlier version is restored.",
};

export default function KeepOrganisation() {
  const { organisation, record, names, waiting, numbers, may, did } = useLoaderData<typeof loader>();
  const { slug, name, state } = organisation;
  const message = did && done[did];
  return (
    <>
      {message && <Done>{message}</Done>}
      <PageHeading
        title={name}
        caption="Keep this record"
        breadcrumbs={[{ label: "Your account", href: paths.account() }]}
      >
        <StateTag state={state} />
      </PageHeading>
      <WithAside aside={<KeeperLinks organisation={organisation} may={may} />}>
        <WaitingChanges changes={waiting} slug={slug} />
        <RecordSections
          record={record}
          names={names}
          editHref={(section) => paths.editOrganisationSection(slug, section)}
        />
        {numbers.length > 0 && (
          <Section title="What the registers say">
            <CheckedNumbers numbers={numbers} />
          </Section>
        )}
      </WithAside>
    </>
  );
}
