import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askToChangeAddress } from "#app/domain/accounts/address/change-address.server.ts";
import { isVerified } from "#app/domain/accounts/address/verify-address.server.ts";
import { ChangeEmail } from "#app/domain/accounts/inputs.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done } from "#app/ui/kit/show/notice.tsx";

export const loader = signedIn(async (ctx, { url }) => ({
  email: ctx.actor.email,
  isVerified: await isVerified(ctx),
  isAsked: url.searchParams.get("did") === "ask",
}));

export const action = signedIn(async (ctx, { request, address }) => {
  const form = await readForm(request, ChangeEmail);
  if (!form.ok) return form.reply;
  await throttle(ctx, "mail-link", { address, account: ctx.actor.id });
  const asked = await orFormReply(form.values, () => askToChangeAddress(ctx, form.value));
  return asked.ok ? redirect(`${paths.changeEmail()}?did=ask`) : asked.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("E-mail address") }];

export default function EmailAddress() {
  const { email, isVerified, isAsked } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed);
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      {isAsked && !failed && (
        <Done>We have sent a mail to both addresses. Open the link in each: then the address changes.</Done>
      )}
      <PageHeading title="E-mail address" breadcrumbs={[{ label: "Your account", href: paths.account() }]} />
      <p className="govuk-body">
        You sign in with <strong className="anywhere">{email}</strong>, and our mails go there.
      </p>
      {!isVerified && (
        <p className="govuk-body">
          It is not confirmed yet:{" "}
          <a className="govuk-link" href={paths.verification()}>
            confirm it
          </a>
          .
        </p>
      )}
      <form method="post" action={paths.changeEmail()} noValidate>
        <TextField
          {...field("email")}
          label="New e-mail address"
          hint="We mail a link to the old address and one to the new. It changes when both were opened."
          type="email"
          inputMode="email"
          autoComplete="email"
          spellCheck={false}
        />
        <Button>Send the links</Button>
      </form>
    </Measure>
  );
}
