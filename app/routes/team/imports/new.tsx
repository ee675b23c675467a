import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NotFound } from "#app/domain/errors.ts";
import { findRecentImports } from "#app/domain/organisations/bulk/imports/find-import.server.ts";
import { keepFile } from "#app/domain/organisations/bulk/imports/keep-file.server.ts";
import { mayImport } from "#app/domain/organisations/bulk/policy.ts";
import { readUpload } from "#app/http/files/upload.server.ts";
import { orFormReply } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/ui/kit/dates/date-time.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { FileField } from "#app/ui/kit/forms/file-field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { importStates } from "#db/vocabulary-keeping.ts";

export const loader = signedIn(async (ctx) => ({ recent: await findRecentImports(ctx) }));

export const action = signedIn(async (ctx, { request }) => {
  if (!mayImport(ctx.actor)) throw new NotFound("that page");
  const kept = await orFormReply({}, async () =>
    keepFile(ctx, await readUpload(request, "file", "Choose the CSV file to check")),
  );
  return kept.ok ? redirect(paths.organisationImport(kept.value.id)) : kept.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Import organisations") }];

export default function ImportOrganisations() {
  const { recent } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Import organisations"
        breadcrumbs={[{ label: "All organisations", href: paths.teamOrganisations() }]}
        lead="The file is checked first. You see every fault and every likely duplicate before anything is written."
      />
      <form method="post" encType="multipart/form-data" noValidate>
        <FileField
          {...fieldsOf(failed)("file")}
          label="A CSV file"
          hint="From Excel, LibreOffice or another directory; up to 20 MB"
          accept=".csv,.txt,.tsv,text/csv"
        />
        <Button>Check this file</Button>
      </form>
      <Advice />
      {recent.length > 0 && (
        <Section title="Files so far">
          <ul className="govuk-list govuk-list--spaced">
            {recent.map(({ id, fileName, state, createdAt, who }) => (
              <li key={id}>
                <a className="govuk-link" href={paths.organisationImport(id)}>
                  {fileName}
                </a>
                <br />
                {importStates[state]}, {formatDate(createdAt.slice(0, 10))}
                {who ? `, ${who}` : ""}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Measure>
  );
}

function Advice() {
  return (
    <>
      <h2 className="govuk-heading-m">How to fill it</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          Start from the <a href={paths.importTemplate()}>template with two examples</a>, or from the{" "}
          <a href={paths.exportOrganisations()}>file of all organisations</a>.
        </li>
        <li>
          Columns are found by their names, in any order. Only “name” and “kind” must be there; leave out what
          you do not know.
        </li>
        <li>
          A row with an “id” changes that organisation. Columns that the file leaves out stay as they are.
        </li>
        <li>Put several places, districts, topics or former names into one cell with semicolons between.</li>
        <li>
          In Excel, format columns of phone and company numbers as text, or the zeros in front are lost.
        </li>
      </ul>
    </>
  );
}
