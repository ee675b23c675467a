import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isOpen } from "#app/domain/cases/case.ts";
import { passOnCase } from "#app/domain/cases/climb-case.server.ts";
import { findCase } from "#app/domain/cases/find-case.server.ts";
import { mayClimbCase } from "#app/domain/cases/policy.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const found = await findCase(ctx, params.id ?? "");
  if (!isOpen(found) || !mayClimbCase(ctx.actor, found)) throw redirect(paths.case(found.id));
  return { id: found.id, title: found.title };
});

export const action = signedIn(async (ctx, { params }) => {
  await passOnCase(ctx, params.id ?? "");
  return redirect(paths.cases({ did: "pass on" }));
});

export const meta: MetaFunction = () => [{ title: titleFor("Pass this on to the Assembly team?") }];

export default function PassOnCase() {
  const { id, title } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading
        title="Pass this on to the Assembly team?"
        caption={title}
        breadcrumbs={[
          { label: "Cases", href: paths.cases() },
          { label: title, href: paths.case(id) },
        ]}
      />
      <p className="govuk-body">
        The team gets a mail and sees to it. It leaves your list, and does not come back to it.
      </p>
      <form method="post">
        <ButtonGroup>
          <Button>Pass it on</Button>
          <a className="govuk-link" href={paths.case(id)}>
            Back to the case
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}
