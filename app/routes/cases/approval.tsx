import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isForApproval, isOpen } from "#app/domain/cases/case.ts";
import { findCase } from "#app/domain/cases/find-case.server.ts";
import { approveCase } from "#app/domain/upkeep/deciding/decide-case.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const found = await findCase(ctx, params.id ?? "");
  // Decided in another tab, or by somebody else: the case's own page says so
  if (!isOpen(found) || !isForApproval(found)) throw redirect(paths.case(found.id));
  return { id: found.id, kind: found.kind, title: found.title };
});

export const action = signedIn(async (ctx, { params }) => {
  const { id } = await approveCase(ctx, params.id ?? "");
  return redirect(paths.case(id, { did: "approve" }));
});

export const meta: MetaFunction = () => [{ title: titleFor("Approve this?") }];

const follows: Record<string, string> = {
  registration:
    "It is published at once. Whoever registered becomes its owner, and gets a mail with a link to sign in.",
  claim: "Whoever asked becomes an owner of the record, and gets a mail with a link to sign in.",
  change: "It is published at once, and whoever asked is told.",
};

export default function ApproveCase() {
  const { id, kind, title } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading
        title="Approve this?"
        caption={title}
        breadcrumbs={[
          { label: "Cases", href: paths.cases() },
          { label: title, href: paths.case(id) },
        ]}
      />
      <p className="govuk-body">{follows[kind]}</p>
      <form method="post">
        <ButtonGroup>
          <Button>Approve</Button>
          <a className="govuk-link" href={paths.case(id)}>
            Back to the case
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}
