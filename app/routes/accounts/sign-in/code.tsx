import { json, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FinishSignIn } from "#app/domain/accounts/inputs.ts";
import { findWhoFinishes, finishSignIn } from "#app/domain/accounts/sign-in/finish-sign-in.server.ts";
import { codeTokenOf, keptByNobody, signedInReply } from "#app/http/admission.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { localPath } from "#app/http/local-path.ts";
import { forgive, throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { CodeField } from "#app/ui/accounts/code-field.tsx";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Details } from "#app/ui/kit/show/details.tsx";

export const headers = keptByNobody;

/** Who comes without a password or a link before, or too late after it, starts again. */
export const loader = visitor(async (ctx, { request, url }) => {
  const next = localPath(url.searchParams.get("next") ?? "") ?? "";
  const who = await findWhoFinishes(ctx, codeTokenOf(request) ?? "");
  if (!who) throw redirect(paths.signIn({ next }));
  return json({ next });
});

export const action = visitor(async (ctx, { request, address }) => {
  const form = await readForm(request, FinishSignIn);
  if (!form.ok) return form.reply;
  const token = codeTokenOf(request) ?? "";
  const account = await findWhoFinishes(ctx, token);
  if (!account) throw redirect(paths.signIn({ next: localPath(form.value.next) ?? "" }));
  await throttle(ctx, "second-step", { address, account });
  const known = await orFormReply(form.values, () => finishSignIn(ctx, token, form.value));
  if (!known.ok) return known.reply;
  await forgive(ctx, "second-step", { address, account });
  return signedInReply(ctx, request, { ...known.value, next: form.value.next });
});

export const meta: MetaFunction = () => [{ title: titleFor("Enter your code") }];

export default function SecondStepOfSignIn() {
  const { next } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed);
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Enter your code"
        lead={<p>Open the authenticator app on your phone or computer, and type the code it shows.</p>}
      />
      <form method="post" action={paths.signInCode()} noValidate>
        <input type="hidden" name="next" value={failed?.values.next || next} />
        <CodeField {...field("code")} />
        <Button>Sign in</Button>
      </form>
      <Details summary="I do not have my phone">
        <p className="govuk-body">
          Type one of your recovery codes instead: you were given ten when the second step was set up, and
          each works once. If those are lost too, ask the Assembly team, at the address at the foot of this
          page, to switch your second step off; they will make sure that it is you.
        </p>
      </Details>
    </Measure>
  );
}
