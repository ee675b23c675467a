import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SecondStepCode } from "#app/domain/accounts/inputs.ts";
import { needsSecondStep } from "#app/domain/accounts/policy.ts";
import { findSecondStep, removeSecondStep } from "#app/domain/accounts/second-step/second-step.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { rotateSession } from "#app/http/session.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { CodeField } from "#app/ui/accounts/code-field.tsx";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx) => {
  const { since } = await findSecondStep(ctx);
  if (!since) throw redirect(paths.secondStep());
  return { holdsBack: ctx.actor.roles.some(({ role }) => needsSecondStep(role)) };
});

export const action = signedIn(async (ctx, { request, address }) => {
  const form = await readForm(request, SecondStepCode);
  if (!form.ok) return form.reply;
  await throttle(ctx, "second-step", { address, account: ctx.actor.id });
  const removed = await orFormReply(form.values, () => removeSecondStep(ctx, form.value));
  if (!removed.ok) return removed.reply;
  const cookie = await rotateSession(ctx.db, ctx.actor.id, request);
  return redirect(`${paths.secondStep()}?did=remove`, { headers: { "Set-Cookie": cookie } });
});

export const meta: MetaFunction = () => [{ title: titleFor("Switch the second step off?") }];

export default function RemoveSecondStep() {
  const { holdsBack } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed);
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Switch the second step off?"
        breadcrumbs={[{ label: "Second step", href: paths.secondStep() }]}
      />
      {holdsBack && (
        <p className="govuk-body">
          Some of your roles need it. You keep them, but cannot use them until it is set up again.
        </p>
      )}
      <form method="post" noValidate>
        <CodeField {...field("code")} />
        <ButtonGroup>
          <Button manner="warning">Switch it off</Button>
          <a className="govuk-link" href={paths.secondStep()}>
            Keep it
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}
