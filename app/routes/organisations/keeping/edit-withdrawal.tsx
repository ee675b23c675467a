import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  findWaitingChange,
  withdrawChange,
} from "#app/domain/organisations/keeping/waiting-changes.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { DifferenceTable } from "#app/ui/history/history-list.tsx";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn((ctx, { params }) =>
  findWaitingChange(ctx, params.slug ?? "", params.change ?? ""),
);

export const action = signedIn(async (ctx, { params }) => {
  const slug = params.slug ?? "";
  await withdrawChange(ctx, slug, params.change ?? "");
  return redirect(paths.editOrganisation(slug, { did: "withdrawn" }));
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Withdraw this change?") }];

export default function WithdrawChange() {
  const { organisation, change } = useLoaderData<typeof loader>();
  const { slug, name } = organisation;
  return (
    <Measure>
      <PageHeading
        title="Withdraw this change?"
        caption={change.title}
        breadcrumbs={[{ label: name, href: paths.editOrganisation(slug) }]}
      />
      <DifferenceTable rows={change.differences} caption={change.title} columns={["Published", "Waiting"]} />
      <p className="govuk-body">What is published stays as it is. Your words stay in the history.</p>
      <form method="post">
        <ButtonGroup>
          <Button manner="warning">Withdraw this change</Button>
          <a className="govuk-link" href={paths.editOrganisation(slug)}>
            Let it wait
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}
