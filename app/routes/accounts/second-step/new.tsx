import { json, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SecondStepCode } from "#app/domain/accounts/inputs.ts";
import { confirmSecondStep, findKeyToConfirm } from "#app/domain/accounts/second-step/second-step.server.ts";
import { keptByNobody } from "#app/http/admission.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { rotateSession } from "#app/http/session.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { CodeField } from "#app/ui/accounts/code-field.tsx";
import { QrCode } from "#app/ui/accounts/qr-code.tsx";
import { RecoveryCodes } from "#app/ui/accounts/recovery-codes.tsx";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const headers = keptByNobody;

export const loader = signedIn(async (ctx) => json({ key: await findKeyToConfirm(ctx) }));

/** Answered with a page, not a redirect: the recovery codes are shown this once. */
export const action = signedIn(async (ctx, { request, address }) => {
  const form = await readForm(request, SecondStepCode);
  if (!form.ok) return form.reply;
  await throttle(ctx, "second-step", { address, account: ctx.actor.id });
  const confirmed = await orFormReply(form.values, () => confirmSecondStep(ctx, form.value));
  if (!confirmed.ok) return confirmed.reply;
  const cookie = await rotateSession(ctx.db, ctx.actor.id, request);
  return json({ codes: confirmed.value }, { headers: { "Set-Cookie": cookie } });
});

export const meta: MetaFunction = () => [{ title: titleFor("Set up the second step") }];

export default function SetUpSecondStep() {
  const { key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "codes" in answer)
    return <RecoveryCodes title="The second step is on" codes={answer.codes} />;
  if (!key) return <NothingToConfirm />;
  const field = fieldsOf(answer);
  return (
    <Measure>
      <ErrorSummary errors={answer?.errors} />
      <PageHeading
        title="Set up the second step"
        breadcrumbs={[{ label: "Second step", href: paths.secondStep() }]}
      />
      <h2 className="govuk-heading-m">1. Add Assembly to your authenticator app</h2>
      <p className="govuk-body">
        Is the app on this phone? <a href={key.address}>Open the key in your authenticator app</a>. Is it on
        another one? Point its camera at this picture.
      </p>
      <QrCode text={key.address} label="A square code for your authenticator app. It holds the key below." />
      <p className="govuk-body">
        Does neither work? Type this key into the app: <strong className="anywhere">{key.key}</strong>
      </p>
      <h2 className="govuk-heading-m">2. Type the code that the app shows</h2>
      <form method="post" action={paths.setUpSecondStep()} noValidate>
        <CodeField {...field("code")} hint="Six digits; they change every half minute" />
        <Button>Turn the second step on</Button>
      </form>
    </Measure>
  );
}

/** The step is on already, or was never begun: its own page says which. */
function NothingToConfirm() {
  return (
    <Measure>
      <PageHeading title="Set up the second step" />
      <p className="govuk-body">
        There is no key here to confirm: the second step is on already, or setting it up has not begun.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.secondStep()}>
          See how your second step stands, and begin
        </a>
      </p>
    </Measure>
  );
}
