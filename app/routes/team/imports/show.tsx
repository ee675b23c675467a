import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import * as v from "valibot";
import { findImport } from "#app/domain/organisations/bulk/imports/find-import.server.ts";
import { PageNumber } from "#app/domain/shapes.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { readQuery } from "#app/http/query.server.ts";
import { paths } from "#app/paths.ts";
import { ButtonGroup, LinkButton } from "#app/ui/kit/forms/button.tsx";
import { PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Pagination } from "#app/ui/kit/show/pagination.tsx";
import { Faults } from "#app/ui/organisations/importing/faults.tsx";
import { ImportProgress } from "#app/ui/organisations/importing/import-progress.tsx";
import { LikelyRows } from "#app/ui/organisations/importing/likely-rows.tsx";
import { importStates } from "#db/vocabulary-keeping.ts";

const PAGE_SIZE = 100;

const Query = v.object({
  show: v.optional(v.picklist(["faults", "likely"], "There is no such list.")),
  page: PageNumber,
});

export const loader = signedIn(async (ctx, { params, url }) => {
  const { show, page } = readQuery(url, Query);
  const { report, ...found } = await findImport(ctx, params.id ?? "");
  const { counts, notices, faults, likely, done } = report;
  const first = (list: "faults" | "likely") => (show === list ? (page - 1) * PAGE_SIZE : 0);
  return {
    ...{ found, counts, notices, done: done ?? null, show: show ?? null, page },
    faults: { total: faults.length, shown: faults.slice(first("faults"), first("faults") + PAGE_SIZE) },
    likely: { total: likely.length, shown: likely.slice(first("likely"), first("likely") + PAGE_SIZE) },
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data ? `${data.found.fileName}: ${importStates[data.found.state]}` : undefined) },
];

export default function ShowImport() {
  const { found, faults, likely, show, done } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title={found.fileName}
        caption={importStates[found.state]}
        breadcrumbs={[
          { label: "All organisations", href: paths.teamOrganisations() },
          { label: "Import organisations", href: paths.importOrganisations() },
        ]}
      />
      {found.state === "checked" ? <Checked /> : <ImportProgress found={found} done={done} />}
      {faults.total > 0 && show !== "likely" && (
        <Section title={`Faults (${faults.total.toLocaleString("en-GB")})`} id="faults">
          <Faults faults={faults.shown} />
          <Pages list="faults" total={faults.total} />
        </Section>
      )}
      {likely.total > 0 && show !== "faults" && (
        <Section title={`May be there already (${likely.total.toLocaleString("en-GB")})`} id="likely">
          <LikelyRows rows={likely.shown} />
          <Pages list="likely" total={likely.total} />
        </Section>
      )}
    </>
  );
}

function Checked() {
  const { found, counts, notices } = useLoaderData<typeof loader>();
  const count = (number: number) => number.toLocaleString("en-GB");
  return (
    <>
      <p className="govuk-body">Nothing has been written yet. Of the rows of this file:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>{count(counts.add)} would add an organisation</li>
        <li>{count(counts.change)} would change one that is here</li>
        <li>{count(counts.nothing)} say nothing new</li>
        <li>{count(counts.fault)} have faults and cannot be written</li>
      </ul>
      {notices.map((notice) => (
        <p className="govuk-body" key={notice}>
          {notice}
        </p>
      ))}
      <ButtonGroup>
        {counts.add + counts.change > 0 && (
          <LinkButton href={paths.runImport(found.id)}>Choose what to write</LinkButton>
        )}
        <a className="govuk-link" href={paths.importOrganisations()}>
          Send another file instead
        </a>
      </ButtonGroup>
    </>
  );
}

function Pages({ list, total }: { list: "faults" | "likely"; total: number }) {
  const { found, page, show } = useLoaderData<typeof loader>();
  return (
    <Pagination
      page={show === list ? page : 1}
      pageCount={Math.ceil(total / PAGE_SIZE)}
      hrefFor={(page) => paths.organisationImport(found.id, { show: list, page })}
      label={list === "faults" ? "Pages of faults" : "Pages of likely duplicates"}
    />
  );
}
