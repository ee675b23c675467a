import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FindPeople } from "#app/domain/accounts/inputs.ts";
import { findPeople } from "#app/domain/accounts/roles/find-people.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { readQuery } from "#app/http/query.server.ts";
import { paths } from "#app/paths.ts";
import { RoleInWords } from "#app/ui/accounts/role-in-words.tsx";
import { Button, ButtonGroup, LinkButton } from "#app/ui/kit/forms/button.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Empty } from "#app/ui/kit/show/empty.tsx";
import { Pagination } from "#app/ui/kit/show/pagination.tsx";
import { Table } from "#app/ui/kit/show/table.tsx";

export const loader = signedIn(async (ctx, { url }) => {
  const query = readQuery(url, FindPeople);
  return { q: query.q, ...(await findPeople(ctx, query)) };
});

export const meta: MetaFunction = () => [{ title: titleFor("People and roles") }];

export default function People() {
  const { people, q, total, page, pageCount } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="People and roles"
        breadcrumbs={[{ label: "The Assembly team", href: paths.team() }]}
      />
      <form method="get" action={paths.people()}>
        <TextField name="q" value={q} label="Name or e-mail address" width={30} />
        <Button manner="secondary">Search</Button>
      </form>
      <ButtonGroup>
        <LinkButton href={paths.newPerson()}>Add somebody</LinkButton>
      </ButtonGroup>
      {people.length === 0 ? (
        <Empty title="Nobody by that name or address">
          <p className="govuk-body">
            <a className="govuk-link" href={paths.people()}>
              Show everybody
            </a>
          </p>
        </Empty>
      ) : (
        <Table
          caption={total === 1 ? "1 person" : `${total.toLocaleString("en-GB")} people`}
          columns={["Name", "E-mail address", "Roles"]}
          rows={people.map(({ id, name, email, roles }) => ({
            key: id,
            cells: [
              <a className="govuk-link" href={paths.person(id)} key="name">
                {name}
              </a>,
              <span className="anywhere" key="email">
                {email}
              </span>,
              roles.length === 0 ? (
                "None"
              ) : (
                <ul className="govuk-list" key="roles">
                  {roles.map((held) => (
                    <li key={held.id}>
                      <RoleInWords {...held} />
                    </li>
                  ))}
                </ul>
              ),
            ],
          }))}
        />
      )}
      <Pagination page={page} pageCount={pageCount} hrefFor={(to) => paths.people({ q, page: to })} />
    </>
  );
}
