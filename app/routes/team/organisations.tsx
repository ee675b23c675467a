import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  AllQuery,
  findAllOrganisations,
  type ListedOrganisation,
  PAGE_SIZE,
} from "#app/domain/organisations/bulk/find-all.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { readQuery } from "#app/http/query.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/ui/kit/dates/date-time.ts";
import { ButtonGroup, LinkButton } from "#app/ui/kit/forms/button.tsx";
import { SelectField } from "#app/ui/kit/forms/choice.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { Filters } from "#app/ui/kit/forms/filters.tsx";
import { PageHeading, WithAside } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Empty } from "#app/ui/kit/show/empty.tsx";
import { Pagination } from "#app/ui/kit/show/pagination.tsx";
import { Table } from "#app/ui/kit/show/table.tsx";
import { StateTag } from "#app/ui/organisations/state-tag.tsx";
import { organisationKinds, recordStates } from "#db/vocabulary.ts";

export const loader = signedIn(async (ctx, { url }) => {
  const filter = readQuery(url, AllQuery);
  return { filter, pageSize: PAGE_SIZE, ...(await findAllOrganisations(ctx, filter)) };
});

export const meta: MetaFunction = () => [{ title: titleFor("All organisations") }];

export default function AllOrganisations() {
  const { organisations, total, filter, pageSize } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="All organisations"
        caption={`${total.toLocaleString("en-GB")} in this list`}
        breadcrumbs={[{ label: "The Assembly team", href: paths.team() }]}
      >
        <ButtonGroup>
          <LinkButton href={paths.importOrganisations()}>Import a file</LinkButton>
          <LinkButton href={paths.exportOrganisations()} manner="secondary">
            Export all as CSV
          </LinkButton>
        </ButtonGroup>
      </PageHeading>
      <WithAside asideFirst aside={<Narrow />}>
        {organisations.length === 0 ? (
          <Empty title="No organisation is like that" />
        ) : (
          <Table
            caption="Organisations by name"
            captionHidden
            columns={["Name", "State", "Confirmed", "Look closer"]}
            rows={organisations.map(rowOf)}
          />
        )}
        <Pagination
          page={filter.page}
          pageCount={Math.ceil(total / pageSize)}
          hrefFor={(page) => paths.teamOrganisations({ ...filter, page })}
        />
      </WithAside>
    </>
  );
}

function Narrow() {
  const { filter } = useLoaderData<typeof loader>();
  const { q, state, show } = filter;
  return (
    <Filters action={paths.teamOrganisations()} active={[q, state, show].filter(Boolean).length}>
      <TextField name="q" label="Name" value={q} />
      <SelectField
        name="state"
        label="State"
        blank="Any"
        value={state}
        choices={Object.entries(recordStates).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        name="show"
        label="Only"
        blank="All"
        value={show}
        choices={[
          { value: "stale", label: "Not confirmed in time" },
          { value: "no-owner", label: "Nobody keeps it" },
        ]}
      />
    </Filters>
  );
}

function rowOf({ slug, name, kind, state, confirmedOn, isStale, hasOwner }: ListedOrganisation) {
  const isShown = state === "live" || state === "temporarily-closed";
  return {
    key: slug,
    cells: [
      <>
        {isShown ? <a href={paths.organisation(slug)}>{name}</a> : name}
        <br />
        <span className="govuk-hint">
          {organisationKinds[kind]}
          {hasOwner ? "" : ", nobody keeps it"}
        </span>
      </>,
      <StateTag state={state} key="state" />,
      `${confirmedOn ? formatDate(confirmedOn) : "Never"}${isStale ? ", overdue" : ""}`,
      <Deeds slug={slug} name={name} state={state} key="deeds" />,
    ],
  };
}

function Deeds({ slug, name, state }: Pick<ListedOrganisation, "slug" | "name" | "state">) {
  const about = <span className="govuk-visually-hidden"> {name}</span>;
  return (
    <>
      <a href={paths.organisationHistory(slug)}>History{about}</a>
      {state !== "draft" && (
        <>
          {" "}
          <a href={paths.mergeOrganisation(slug)}>Merge{about}</a>
        </>
      )}
    </>
  );
}
