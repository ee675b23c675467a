import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPastVersion, restoreVersion } from "#app/domain/services/history/past-version.server.ts";
import { findServiceChoices } from "#app/domain/services/record/find-choices.server.ts";
import { recordSections, type SectionValue } from "#app/domain/services/record/service-record.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { DifferenceTable } from "#app/ui/history/history-list.tsx";
import { formatDateTime } from "#app/ui/kit/dates/date-time.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { differences, namesOf } from "#app/ui/services/record/version-rows.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { service, change, version } = await findPastVersion(ctx, params.slug ?? "", params.change ?? "");
  const choices = await findServiceChoices(ctx, service.organisationId);
  const { section } = version;
  const now = { section, fields: service.record[section] } as SectionValue;
  const rows = differences(now, version, namesOf(choices));
  return { slug: service.slug, name: service.name, at: change.at, section, rows, state: service.state };
});

export const action = signedIn(async (ctx, { params }) => {
  const slug = params.slug ?? "";
  const { isWaiting } = await restoreVersion(ctx, slug, params.change ?? "");
  return redirect(paths.editService(slug, { did: isWaiting ? "save-name" : "version" }));
});

export const meta: MetaFunction = () => [{ title: titleFor("An earlier version") }];

export default function PastVersion() {
  const { slug, name, at, section, rows, state } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading
        title="An earlier version"
        caption={`${name}: ${recordSections[section]}`}
        breadcrumbs={[
          { label: name, href: paths.editService(slug) },
          { label: "Every change", href: paths.serviceHistory(slug) },
        ]}
        lead={`As it stood before the change of ${formatDateTime(at)}.`}
      />
      <DifferenceTable rows={rows} caption="Now and then" columns={["Now", "Before that change"]} />
      {rows.length === 0 && <p className="govuk-body">This page says the same now as it did then.</p>}
      {state === "archived" && (
        <p className="govuk-body">
          <a href={paths.restoreService(slug)}>Bring the service back</a> before you change it.
        </p>
      )}
      {rows.length > 0 && state !== "archived" && (
        <form method="post">
          <ButtonGroup>
            <Button>Put this version back</Button>
            <a className="govuk-link" href={paths.serviceHistory(slug)}>
              Keep it as it is now
            </a>
          </ButtonGroup>
        </form>
      )}
    </Measure>
  );
}
