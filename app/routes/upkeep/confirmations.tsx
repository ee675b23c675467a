import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmRecords } from "#app/domain/upkeep/confirming/confirm-records.server.ts";
import { findConfirmations } from "#app/domain/upkeep/confirming/find-confirmations.server.ts";
import { ConfirmForm } from "#app/domain/upkeep/confirming/inputs.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Empty } from "#app/ui/kit/show/empty.tsx";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { Table } from "#app/ui/kit/show/table.tsx";
import { RecordChoices } from "#app/ui/upkeep/confirm-records.tsx";

export const loader = signedIn(async (ctx, { url }) => {
  return { ...(await findConfirmations(ctx)), did: url.searchParams.get("did") };
});

export const action = signedIn(async (ctx, { request }) => {
  const form = await readForm(request, ConfirmForm);
  if (!form.ok) return form.reply;
  const done = await orFormReply(form.values, () => confirmRecords(ctx, form.value.records));
  return done.ok ? redirect(paths.confirmations({ did: "confirm" })) : done.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Confirm your records") }];

export default function Confirmations() {
  const { due, later, did } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <Measure>
      {did === "confirm" && <Done>Thank you. That is confirmed.</Done>}
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Confirm your records"
        lead="Everything that you keep, with what is due first. People trust what was confirmed lately."
        breadcrumbs={[{ label: "Your account", href: paths.account() }]}
      />
      {due.length > 0 ? (
        <form method="post" noValidate>
          <RecordChoices records={due} failed={failed} showOrganisation />
          <Button>Everything ticked is still right</Button>
        </form>
      ) : (
        <Empty title="Nothing is due">
          <p className="govuk-body">We send you a mail before something is.</p>
        </Empty>
      )}
      {later.length > 0 && <Later />}
    </Measure>
  );
}

function Later() {
  const { later } = useLoaderData<typeof loader>();
  return (
    <Section title="Fine for now">
      <Table
        caption="Records that are confirmed, and when that is due again"
        captionHidden
        columns={["Record", "Confirmed", "Due again"]}
        rows={later.map(({ id, name, confirmedOn, dueOn }) => ({
          key: id,
          cells: [name, confirmedOn ? formatDay(confirmedOn) : "Not yet", formatDay(dueOn)],
        }))}
      />
      <form method="post" noValidate>
        <p className="govuk-body">You need not wait until we ask: before a holiday, say.</p>
        {later.map(({ id }) => (
          <input type="hidden" name="records" value={id} key={id} />
        ))}
        <Button manner="secondary">All of these are still right today</Button>
      </form>
    </Section>
  );
}
