import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPerson } from "#app/domain/accounts/roles/find-people.server.ts";
import { resetSecondStep } from "#app/domain/accounts/second-step/second-step.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { id, name, hasSecondStep } = await findPerson(ctx, params.id ?? "");
  if (!hasSecondStep) throw redirect(paths.person(id));
  return { id, name };
});

export const action = signedIn(async (ctx, { params }) => {
  await resetSecondStep(ctx, params.id ?? "");
  return redirect(`${paths.person(params.id ?? "")}?did=second-step`);
});

export const meta: MetaFunction = () => [{ title: titleFor("Switch off their second step?") }];

export default function ResetSecondStep() {
  const { id, name } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading title="Switch off their second step?" caption={name} />
      <p className="govuk-body">
        Only for somebody who has lost both phone and recovery codes, and only when you are sure who asks:
        speak with them on a number that you knew before. They are signed out everywhere, told by mail, and
        must set it up anew before they can use the roles that need it.
      </p>
      <form method="post">
        <ButtonGroup>
          <Button manner="warning">Switch it off</Button>
          <a className="govuk-link" href={paths.person(id)}>
            Leave it on
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}
