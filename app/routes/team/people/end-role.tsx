import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endRole } from "#app/domain/accounts/roles/end-role.server.ts";
import { findPerson } from "#app/domain/accounts/roles/find-people.server.ts";
import { NotFound } from "#app/domain/errors.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { RoleInWords } from "#app/ui/accounts/role-in-words.tsx";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { id, name, roles } = await findPerson(ctx, params.id ?? "");
  const held = roles.find((role) => role.id === params.grant);
  if (!held) throw new NotFound("that role");
  return { person: { id, name }, held };
});

export const action = signedIn(async (ctx, { params }) => {
  const { id } = await findPerson(ctx, params.id ?? "");
  await endRole(ctx, params.grant ?? "");
  return redirect(`${paths.person(id)}?did=end`);
});

export const meta: MetaFunction = () => [{ title: titleFor("End this role?") }];

export default function EndRole() {
  const { person, held } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading title="End this role?" caption={person.name} />
      <p className="govuk-body">
        <RoleInWords {...held} />. It ends now, and {person.name} is told by mail. What they did stays on
        record, and the role can be granted again.
      </p>
      <form method="post">
        <ButtonGroup>
          <Button manner="warning">End the role</Button>
          <a className="govuk-link" href={paths.person(person.id)}>
            Keep it
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}
