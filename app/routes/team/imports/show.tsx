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
import { CellChanges } from "#app/ui/organisations/importing/cell-changes.tsx";
import { Faults } from "#app/ui/organisations/importing/faults.tsx";
import { ImportProgress } from "#app/ui/organisations/importing/import-progress.tsx";
import { LikelyRows } from "#app/ui/organisations/importing/likely-rows.tsx";
import { importStates } from "#db/vocabulary-keeping.ts";

const PAGE_SIZE = 100;

const LISTS = ["faults", "changes", "likely"] as const;
type List = (typeof LISTS)[number];

const Query = v.object({
  show: v.optional(v.picklist(LISTS, "There is no such list.")),
  page: PageNumber,
});

export const loader = signedIn(async (ctx, { params, url }) => {
  const { show, page } = readQuery(url, Query);
  const { report, ...found } = await findImport(ctx, params.id ?? "");
  const { counts, rows, notices, done } = report;
  const pageOf = <T,>(list: List, all: readonly T[]) => {
    const first = show === list ? (page - 1) * PAGE_SIZE : 0;
    return { total: all.length, shown: all.slice(first, first + PAGE_SIZE) };
  };
  return {
    ...{ found, counts, rows, notices, done: done ?? null, show: show ?? null, page },
    faults: pageOf("faults", report.faults),
    // What a file has changed is in each record's history
    changes: pageOf("changes", found.state === "checked" ? report.changes : []),
    likely: pageOf("likely", report.likely),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data ? `${data.found.fileName}: ${importStates[data.found.state]}` : undefined) },
];

export default function ShowImport() {
  const { found, faults, changes, likely, show, done } = useLoaderData<typeof loader>();
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
      {faults.total > 0 && (show === null || show === "faults") && (
        <Section title={`Faults (${faults.total.toLocaleString("en-GB")})`} id="faults">
          <Faults faults={faults.shown} />
          <Pages list="faults" total={faults.total} />
        </Section>
      )}
      {changes.total > 0 && (show === null || show === "changes") && (
        <Section title={`What would change (${changes.total.toLocaleString("en-GB")})`} id="changes">
          <CellChanges changes={changes.shown} />
          <Pages list="changes" total={changes.total} />
        </Section>
      )}
      {likely.total > 0 && (show === null || show === "likely") && (
        <Section title={`May be there already (${likely.total.toLocaleString("en-GB")})`} id="likely">
          <LikelyRows rows={likely.shown} />
          <Pages list="likely" total={likely.total} />
        </Section>
      )}
    </>
  );
}

function Checked() {
  const { found, counts, rows, notices } = useLoaderData<typeof loader>();
  const count = (number: number) => number.toLocaleString("en-GB");
  const which = (ranges: string) => (ranges ? ` (rows ${ranges})` : "");
  return (
    <>
      <p className="govuk-body">Nothing has been written yet. Of the rows of this file:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>{`${count(counts.add)} would add an organisation${which(rows.add)}`}</li>
        <li>{`${count(counts.change)} would change one that is here${which(rows.change)}`}</li>
        <li>{count(counts.nothing)} say nothing new</li>
        <li>{`${count(counts.fault)} have faults and cannot be written${which(rows.fault)}`}</li>
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

const pagesOf: Record<List, string> = {
  faults: "Pages of faults",
  changes: "Pages of changes",
  likely: "Pages of likely duplicates",
};

function Pages({ list, total }: { list: List; total: number }) {
  const { found, page, show } = useLoaderData<typeof loader>();
  return (
    <Pagination
      page={show === list ? page : 1}
      pageCount={Math.ceil(total / PAGE_SIZE)}
      hrefFor={(page) => paths.organisationImport(found.id, { show: list, page })}
      label={pagesOf[list]}
    />
  );
}
