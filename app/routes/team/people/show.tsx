import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPerson } from "#app/domain/accounts/roles/find-people.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { RoleInWords } from "#app/ui/accounts/role-in-words.tsx";
import { formatDate } from "#app/ui/kit/dates/date-time.ts";
import { LinkButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";
import { Table } from "#app/ui/kit/show/table.tsx";

const DONE: Record<string, string> = {
  grant: "The role is granted, and a mail says so.",
  end: "The role is ended, and a mail says so.",
  "second-step": "Their second step is off, and a mail says so.",
};

export const loader = signedIn(async (ctx, { params, url }) => ({
  person: await findPerson(ctx, params.id ?? ""),
  did: url.searchParams.get("did") ?? "",
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data?.person.name ?? "Person") },
];

export default function Person() {
  const { person, did } = useLoaderData<typeof loader>();
  const { id, name, email, roles, past } = person;
  return (
    <Measure>
      {DONE[did] && <Done>{DONE[did]}</Done>}
      <PageHeading title={name} breadcrumbs={[{ label: "People and roles", href: paths.people() }]} />
      <SummaryList
        rows={[
          { key: "E-mail address", value: <span className="anywhere">{email}</span> },
          { key: "Address confirmed", value: person.hasBeenHere ? "Yes" : "No: has not opened our mail yet" },
          {
            key: "Second step",
            value: person.hasSecondStep ? "On" : "Off",
            action: person.hasSecondStep
              ? { label: "Switch off", href: paths.resetSecondStep(id) }
              : undefined,
          },
        ]}
      />
      <Section title="Roles">
        {roles.length === 0 && <p className="govuk-body">None.</p>}
        {roles.length > 0 && (
          <Table
            caption="Roles held now"
            captionHidden
            columns={["Role", "Since", "Granted by", "Change"]}
            rows={roles.map((held) => ({
              key: held.id,
              cells: [
                <RoleInWords {...held} key="role" />,
                formatDate(held.from),
                held.grantedBy ?? "The product",
                <a className="govuk-link" href={paths.endRole(id, held.id)} key="end">
                  End<span className="govuk-visually-hidden"> this role</span>
                </a>,
              ],
            }))}
          />
        )}
        <LinkButton href={paths.grantRole(id)}>Grant a role</LinkButton>
      </Section>
      {past.length > 0 && (
        <Section title="Past roles">
          <ul className="govuk-list govuk-list--bullet">
            {past.map((held) => (
              <li key={held.id}>
                <RoleInWords {...held} />, {formatDate(held.from)} to {formatDate(held.until ?? "")}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Measure>
  );
}
