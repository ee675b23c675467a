import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayRunRoles } from "#app/domain/accounts/policy.ts";
import { endRole } from "#app/domain/accounts/roles/end-role.server.ts";
import { findPeopleOf } from "#app/domain/accounts/roles/find-people.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { roles } from "#db/vocabulary.ts";

export const loader = signedIn((ctx, { params }) => findKeeper(ctx, params.slug ?? "", params.grant ?? ""));

export const action = signedIn(async (ctx, { params }) => {
  const { organisation, keeper } = await findKeeper(ctx, params.slug ?? "", params.grant ?? "");
  await endRole(ctx, keeper.grantId);
  const isOwnWay = keeper.id === ctx.actor.id && keeper.role === "organisation-owner";
  return redirect(isOwnWay ? paths.account() : `${paths.organisationPeople(organisation.slug)}?did=end`);
});

async function findKeeper(ctx: Ctx, slug: string, grantId: string) {
  const { organisation, keepers } = await findPeopleOf(ctx, slug);
  const keeper = keepers.find((each) => each.grantId === grantId);
  if (!keeper) throw new NotFound("that role");
  const isOwner = ({ role }: typeof keeper) => role === "organisation-owner";
  const isLastOwner = isOwner(keeper) && keepers.filter(isOwner).length === 1;
  // The Assembly team may end it all the same, as when somebody left for good
  return { organisation, keeper, waits: isLastOwner && !mayRunRoles(ctx.actor) };
}

export const meta: MetaFunction = () => [{ title: titleFor("End this role?") }];

export default function EndOrganisationRole() {
  const { organisation, keeper, waits } = useLoaderData<typeof loader>();
  if (waits) return <LastOwner />;
  return (
    <Measure>
      <PageHeading title="End this role?" caption={organisation.name} />
      <p className="govuk-body">
        {keeper.name} will no longer be {roles[keeper.role].toLowerCase()}. They are told by mail. What they
        did stays on record, and they can be invited again.
      </p>
      <form method="post">
        <ButtonGroup>
          <Button manner="warning">End the role</Button>
          <a className="govuk-link" href={paths.organisationPeople(organisation.slug)}>
            Keep it
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}

function LastOwner() {
  const { organisation, keeper } = useLoaderData<typeof loader>();
  const { slug, name } = organisation;
  return (
    <Measure>
      <PageHeading
        title="This is the last owner"
        caption={name}
        breadcrumbs={[{ label: `People of ${name}`, href: paths.organisationPeople(slug) }]}
      />
      <p className="govuk-body">
        {keeper.name} is the only owner. <a href={paths.invitePerson(slug)}>Invite another owner</a> first;
        then this one can go.
      </p>
    </Measure>
  );
}
