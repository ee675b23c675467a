import { json, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmChange, findAskedChange } from "#app/domain/accounts/address/change-address.server.ts";
import { keptByNobody } from "#app/http/admission.server.ts";
import { orFormReply } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { LinkGone } from "#app/ui/accounts/one-button.tsx";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const headers = keptByNobody;

export const loader = visitor(async (ctx, { params }) => {
  const change = await findAskedChange(ctx, params.token ?? "");
  const token = params.token ?? "";
  const shown = change && { end: change.end, email: change.email };
  return json({ token, change: shown }, { status: change ? 200 : 410 });
});

/** Answered with a page, not a redirect: its address holds a secret that is used up now. */
export const action = visitor(async (ctx, { params }) => {
  const done = await orFormReply({}, () => confirmChange(ctx, params.token ?? ""));
  return done.ok ? json({ isDone: done.value.isDone, errors: {} }) : done.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Change of e-mail address") }];

export default function ChangeOfAddress() {
  const { change, token } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  if (done && "isDone" in done) return <Confirmed isDone={done.isDone} />;
  if (!change) {
    return (
      <LinkGone>
        <p className="govuk-body">Sign in, and ask for the change again from your account.</p>
      </LinkGone>
    );
  }
  return (
    <Measure>
      <ErrorSummary errors={done?.errors} />
      <PageHeading title="Change of e-mail address" />
      <p className="govuk-body">
        {change.end === "change-email-old"
          ? "Your account is to move to "
          : "An account is to move to this address: "}
        <strong className="anywhere">{change.email}</strong>. It moves when both addresses have confirmed.
      </p>
      <ButtonGroup>
        <form method="post">
          <Button>Confirm the change</Button>
        </form>
        <form method="post" action={paths.refuseAddress(token)}>
          <Button manner="warning">Refuse: this was not me</Button>
        </form>
      </ButtonGroup>
    </Measure>
  );
}

function Confirmed({ isDone }: { isDone: boolean }) {
  return (
    <Measure>
      <PageHeading title={isDone ? "The address is changed" : "Confirmed at this end"} />
      <p className="govuk-body">
        {isDone
          ? "Both addresses have confirmed. From now on you sign in with the new one."
          : "Now open the link in the mail to the other address too. Then the address changes."}
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.account()}>
          Go to your account
        </a>
      </p>
    </Measure>
  );
}
