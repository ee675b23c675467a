import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isAboutUpkeep, isOpen } from "#app/domain/cases/case.ts";
import { ConfirmForm } from "#app/domain/upkeep/confirming/inputs.ts";
import { findToVouchFor, vouchForRecords } from "#app/domain/upkeep/deciding/vouch.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { RecordChoices } from "#app/ui/upkeep/confirm-records.tsx";

export const loader = signedIn(async (ctx, { params }) => {
  const { at, records } = await findToVouchFor(ctx, params.id ?? "");
  // Decided or confirmed in another tab, or by somebody else: the case's own page says so
  if (!isOpen(at) || !isAboutUpkeep(at) || records.length === 0) throw redirect(paths.case(at.id));
  return { id: at.id, title: at.title, organisation: at.organisation.name, records };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const form = await readForm(request, ConfirmForm);
  if (!form.ok) return form.reply;
  const done = await orFormReply(form.values, () =>
    vouchForRecords(ctx, params.id ?? "", form.value.records),
  );
  return done.ok ? redirect(paths.case(done.value.id, { did: "vouch" })) : done.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Confirm it for them") }];

export default function VouchForRecords() {
  const { id, title, organisation, records } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Confirm it for them"
        caption={organisation}
        lead="Do this once you have asked them, or know it yourself. The history says that it was you."
        breadcrumbs={[
          { label: "Cases", href: paths.cases() },
          { label: title, href: paths.case(id) },
        ]}
      />
      <form method="post" noValidate>
        <RecordChoices records={records} failed={failed} />
        <ButtonGroup>
          <Button>Everything ticked is still right</Button>
          <a className="govuk-link" href={paths.case(id)}>
            Back to the case
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}
