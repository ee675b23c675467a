import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChosenRows } from "#app/domain/organisations/bulk/chosen-rows.ts";
import { findImport } from "#app/domain/organisations/bulk/imports/find-import.server.ts";
import { startImport } from "#app/domain/organisations/bulk/imports/start-import.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { RadiosField } from "#app/ui/kit/forms/choice.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { id, fileName, state, report } = await findImport(ctx, params.id ?? "");
  // Started in another tab: the import's own page says how far it is
  if (state !== "checked") throw redirect(paths.organisationImport(id));
  const { counts, likely } = report;
  return { id, fileName, good: counts.add + counts.change, likely: likely.length, faulty: counts.fault };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const form = await readForm(request, ChosenRows);
  if (!form.ok) return form.reply;
  const started = await orFormReply(form.values, () => startImport(ctx, params.id ?? "", form.value));
  return started.ok ? redirect(paths.organisationImport(params.id ?? "")) : started.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Which rows to write") }];

export default function WriteImport() {
  const { id, fileName, good, likely, faulty } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed, { which: likely > 0 ? "not-likely" : "all" });
  const count = (number: number) => number.toLocaleString("en-GB");
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Which rows to write"
        caption={fileName}
        breadcrumbs={[{ label: fileName, href: paths.organisationImport(id) }]}
      />
      <form method="post" noValidate>
        <RadiosField
          {...field("which")}
          label="Write"
          choices={[
            { value: "all", label: `Every good row (${count(good)})` },
            {
              value: "not-likely",
              label: "Every good row but likely duplicates",
              hint: `${count(likely)} may be there already and would be left out`,
            },
            { value: "chosen", label: "Only the rows I name" },
          ]}
        />
        <TextField
          {...field("rows")}
          label="Rows"
          hint="Only if you name them: numbers and ranges as in your spreadsheet, like 2-40, 57"
          optional
        />
        <p className="govuk-body">
          {faulty > 0 && `${count(faulty)} rows with faults are left out in any case. `}
          New organisations are live at once. All chosen rows are written together, or none.
        </p>
        <ButtonGroup>
          <Button>Write these rows</Button>
          <a className="govuk-link" href={paths.organisationImport(id)}>
            Back to the report
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}
