import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPeopleOf } from "#app/domain/accounts/roles/find-people.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/ui/kit/dates/date-time.ts";
import { ButtonGroup, LinkButton } from "#app/ui/kit/forms/button.tsx";
import { PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { Table } from "#app/ui/kit/show/table.tsx";
import { roles } from "#db/vocabulary.ts";

const DONE: Record<string, string> = {
  invite: "The invitation is on its way.",
  end: "They can no longer edit, and a mail says so.",
};

export const loader = signedIn(async (ctx, { params, url }) => ({
  ...(await findPeopleOf(ctx, params.slug ?? "")),
  did: url.searchParams.get("did") ?? "",
}));

export const meta: MetaFunction = () => [{ title: titleFor("People") }];

export default function OrganisationPeople() {
  const { organisation, keepers, did } = useLoaderData<typeof loader>();
  return (
    <>
      {DONE[did] && <Done>{DONE[did]}</Done>}
      <PageHeading
        title="People"
        caption={organisation.name}
        breadcrumbs={[{ label: organisation.name, href: paths.organisation(organisation.slug) }]}
        lead={<p>Owners may do everything that editors may, and say who else may.</p>}
      />
      {keepers.length === 0 && <p className="govuk-body">Nobody keeps this record yet.</p>}
      {keepers.length > 0 && (
        <Table
          caption="Who keeps this record"
          captionHidden
          columns={["Name", "E-mail address", "Role", "Since", "Change"]}
          rows={keepers.map((keeper) => ({
            key: keeper.grantId,
            cells: [
              keeper.name,
              <span className="anywhere" key="email">
                {keeper.email}
                {!keeper.hasBeenHere && " (invited, has not been here yet)"}
              </span>,
              roles[keeper.role],
              formatDate(keeper.from),
              <a
                className="govuk-link"
                href={paths.endOrganisationRole(organisation.slug, keeper.grantId)}
                key="end"
              >
                End<span className="govuk-visually-hidden"> the role of {keeper.name}</span>
              </a>,
            ],
          }))}
        />
      )}
      <ButtonGroup>
        <LinkButton href={paths.invitePerson(organisation.slug)}>Invite somebody</LinkButton>
      </ButtonGroup>
    </>
  );
}
