import { json, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { SecondStepCode } from "#app/domain/accounts/inputs.ts";
import { findSecondStep, renewCodes } from "#app/domain/accounts/second-step/second-step.server.ts";
import { keptByNobody } from "#app/http/admission.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { CodeField } from "#app/ui/accounts/code-field.tsx";
import { RecoveryCodes } from "#app/ui/accounts/recovery-codes.tsx";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const headers = keptByNobody;

export const loader = signedIn(async (ctx) => {
  const { since } = await findSecondStep(ctx);
  if (!since) throw redirect(paths.secondStep());
  return null;
});

/** Answered with a page, not a redirect: the codes are shown this once. */
export const action = signedIn(async (ctx, { request, address }) => {
  const form = await readForm(request, SecondStepCode);
  if (!form.ok) return form.reply;
  await throttle(ctx, "second-step", { address, account: ctx.actor.id });
  const renewed = await orFormReply(form.values, () => renewCodes(ctx, form.value));
  return renewed.ok ? json({ codes: renewed.value }) : renewed.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("New recovery codes") }];

export default function NewRecoveryCodes() {
  const answer = useActionData<typeof action>();
  if (answer && "codes" in answer)
    return <RecoveryCodes title="Your new recovery codes" codes={answer.codes} />;
  const field = fieldsOf(answer);
  return (
    <Measure>
      <ErrorSummary errors={answer?.errors} />
      <PageHeading
        title="New recovery codes"
        breadcrumbs={[{ label: "Second step", href: paths.secondStep() }]}
        lead={<p>You get ten new codes. The old ones stop working.</p>}
      />
      <form method="post" noValidate>
        <CodeField {...field("code")} />
        <Button>Get new codes</Button>
      </form>
    </Measure>
  );
}
