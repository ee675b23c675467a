import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EraseAccount } from "#app/domain/accounts/inputs.ts";
import { eraseAccount } from "#app/domain/accounts/personal-data/erase-account.server.ts";
import { findWhatWaits } from "#app/domain/accounts/personal-data/what-waits.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { endSession } from "#app/http/session.server.ts";
import { paths } from "#app/paths.ts";
import { WhatStays } from "#app/ui/accounts/what-stays.tsx";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Warning } from "#app/ui/kit/show/notice.tsx";

export const loader = signedIn((ctx) => findWhatWaits(ctx));

export const action = signedIn(async (ctx, { request }) => {
  const form = await readForm(request, EraseAccount);
  if (!form.ok) return form.reply;
  const erased = await orFormReply(form.values, () => eraseAccount(ctx));
  if (!erased.ok) return erased.reply;
  const cookie = await endSession(request, ctx.db);
  return redirect(paths.erased(), { headers: { "Set-Cookie": cookie } });
});

export const meta: MetaFunction = () => [{ title: titleFor("Erase your account?") }];

export default function Erasure() {
  const { isLastAdministrator, soleOwnerOf } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed);
  const heading = (
    <PageHeading
      title="Erase your account?"
      breadcrumbs={[{ label: "Your account", href: paths.account() }]}
    />
  );
  if (isLastAdministrator || soleOwnerOf.length > 0) {
    return (
      <Measure>
        {heading}
        <p className="govuk-body">
          Somebody else must take over first, so that nothing is left without a keeper:
        </p>
        <ul className="govuk-list govuk-list--bullet">
          {isLastAdministrator && (
            <li>
              you are the last administrator: <a href={paths.people()}>make somebody else administrator</a>
            </li>
          )}
          {soleOwnerOf.map(({ slug, name }) => (
            <li key={slug}>
              you are the only owner of {name}:{" "}
              <a href={paths.organisationPeople(slug)}>invite another owner</a>, or{" "}
              <a href={paths.archiveOrganisation(slug)}>archive it</a>
            </li>
          ))}
        </ul>
        {soleOwnerOf.length > 0 && (
          <p className="govuk-body">
            Is there nobody, and shall the entry stay? Write to the Assembly team, at the address at the foot
            of this page: they make somebody of your network or of their own its owner, and you can leave
            then.
          </p>
        )}
      </Measure>
    );
  }
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      {heading}
      <WhatStays />
      <Warning>This cannot be undone.</Warning>
      <form method="post" noValidate>
        <TextField
          {...field("confirmation")}
          label="To confirm, type the word ERASE"
          autoComplete="off"
          spellCheck={false}
          width={10}
        />
        <ButtonGroup>
          <Button manner="warning">Erase my account</Button>
          <a className="govuk-link" href={paths.account()}>
            Keep it
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}
