import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import * as v from "valibot";
import { findVersion } from "#app/domain/organisations/history/find-history.server.ts";
import { restoreVersion, valuesOf } from "#app/domain/organisations/history/restore-version.server.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import { seenOf } from "#app/domain/section.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { DifferenceTable } from "#app/ui/history/history-list.tsx";
import { formatDateTime } from "#app/ui/kit/dates/date-time.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const found = await findVersion(ctx, params.slug ?? "", params.change ?? "");
  const now = await readRecord(ctx, found.organisation.id);
  return { ...found, seen: seenOf(valuesOf(found.sections, now)) };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const { slug = "", change = "" } = params;
  await findVersion(ctx, slug, change);
  const form = await readForm(request, v.object({ seen: v.optional(v.string(), "") }));
  if (!form.ok) return form.reply;
  const wanted = { changeId: change, seen: form.value.seen };
  const restored = await orFormReply(form.values, () => restoreVersion(ctx, slug, wanted));
  if (!restored.ok) return restored.reply;
  const did = restored.value === "saved" ? "version" : restored.value;
  return redirect(paths.editOrganisation(slug, { did }));
});

export const meta: MetaFunction<typeof loader, { root: unknown }> = () => [
  { title: titleFor("An earlier version") },
];

export default function EarlierVersion() {
  const { organisation, version, differences, seen } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { slug, name } = organisation;
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title={`Before ${formatDateTime(version.at)}`}
        caption={name}
        breadcrumbs={[
          { label: name, href: paths.editOrganisation(slug) },
          { label: "History", href: paths.organisationHistory(slug) },
        ]}
        lead={`How this stood before ${version.who} changed it, and what restoring it would change today.`}
      />
      {differences.length === 0 && (
        <p className="govuk-body">It stands like that today: there is nothing to restore.</p>
      )}
      <DifferenceTable
        rows={differences}
        caption="What restoring would change"
        columns={["Now", "If you restore it"]}
      />
      {differences.length > 0 && (
        <form method="post">
          <input type="hidden" name="seen" value={seen} />
          <ButtonGroup>
            <Button>Restore this version</Button>
            <a className="govuk-link" href={paths.organisationHistory(slug)}>
              Keep what stands now
            </a>
          </ButtonGroup>
        </form>
      )}
    </Measure>
  );
}
