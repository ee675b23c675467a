import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MergeInput, MergeQuery } from "#app/domain/organisations/merge/inputs.ts";
import { mergeOrganisations } from "#app/domain/organisations/merge/merge-organisations.server.ts";
import { showMerge } from "#app/domain/organisations/merge/show-merge.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { readQuery } from "#app/http/query.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Warning } from "#app/ui/kit/show/notice.tsx";
import { Table } from "#app/ui/kit/show/table.tsx";
import { EarlierMerges } from "#app/ui/organisations/merging/earlier-merges.tsx";
import { besideRows } from "#app/ui/organisations/merging/side-by-side.tsx";

export const loader = signedIn(async (ctx, { params, url }) => {
  const query = readQuery(url, MergeQuery);
  const wasEmpty = url.searchParams.has("q") && query.q === "";
  const errors = wasEmpty && !query.from ? { q: "Enter a name, or the last part of its address" } : undefined;
  return { ...(await showMerge(ctx, params.slug ?? "", query)), q: query.q, errors };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const form = await readForm(request, MergeInput);
  if (!form.ok) return form.reply;
  const slugs = { fromSlug: form.value.from, intoSlug: params.slug ?? "" };
  const merged = await orFormReply(form.values, () => mergeOrganisations(ctx, slugs));
  return merged.ok ? redirect(paths.undoMerge(merged.value.id)) : merged.reply;
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor("Merge two records", data?.errors !== undefined) },
];

export default function Merge() {
  const { into, from, earlier, errors } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary errors={failed?.errors ?? errors} />
      <PageHeading
        title={from ? "Make these two records one?" : "Which record is the same organisation?"}
        caption={into.name}
        breadcrumbs={[
          { label: "All organisations", href: paths.teamOrganisations() },
          { label: into.name, href: paths.organisation(into.slug) },
        ]}
      />
      {from ? <SideBySide /> : <Choose />}
      {!from && earlier.length > 0 && (
        <Section title="Merges so far">
          <EarlierMerges merges={earlier} />
        </Section>
      )}
    </>
  );
}

function Choose() {
  const { into, found, q, errors } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <p className="govuk-body">
        {into.name} stays. Everything of the other record moves to it: services, opportunities, people who may
        edit it, seats and its name as a former name. The other record’s address will lead here.
      </p>
      <form method="get" action={paths.mergeOrganisation(into.slug)}>
        <TextField name="q" label="Name, or the last part of its address" value={q} error={errors?.q} />
        <Button manner="secondary">Find</Button>
      </form>
      {found?.length === 0 && <p className="govuk-body">Nothing is called that. Try fewer words.</p>}
      {found && found.length > 0 && (
        <ul className="govuk-list govuk-list--spaced">
          {found.map(({ slug, name, where }) => (
            <li key={slug}>
              <a className="govuk-link" href={paths.mergeOrganisation(into.slug, { from: slug })}>
                {name}
              </a>
              <br />
              {slug}
              {where ? `, ${where}` : ""}
            </li>
          ))}
        </ul>
      )}
    </Measure>
  );
}

function SideBySide() {
  const { into, from, moves } = useLoaderData<typeof loader>();
  if (!from) return null;
  return (
    <>
      <Table
        caption="Both records side by side"
        captionHidden
        columns={["Fact", "This one stays", "This one goes into it"]}
        rows={besideRows(into, from)}
      />
      <Measure>
        <h2 className="govuk-heading-m">What moves</h2>
        <ul className="govuk-list govuk-list--bullet">
          {moves.map((words) => (
            <li key={words}>{words}</li>
          ))}
          <li>its name, as a former name, and its address, which will lead to {into.name}</li>
          <li>the places, districts and topics that {into.name} does not have yet</li>
        </ul>
        <Warning>{from.name} leaves the directory. You can undo this.</Warning>
        <form method="post">
          <input type="hidden" name="from" value={from.slug} />
          <ButtonGroup>
            <Button manner="warning">Merge into {into.name}</Button>
            <a className="govuk-link" href={paths.mergeOrganisation(from.slug, { from: into.slug })}>
              Swap the two
            </a>
            <a className="govuk-link" href={paths.mergeOrganisation(into.slug)}>
              Choose another
            </a>
          </ButtonGroup>
        </form>
      </Measure>
    </>
  );
}
