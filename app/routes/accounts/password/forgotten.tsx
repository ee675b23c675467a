import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskForLink } from "#app/domain/accounts/inputs.ts";
import { askForReset } from "#app/domain/accounts/passwords/reset-password.server.ts";
import { readForm } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { MailSent } from "#app/ui/accounts/mail-sent.tsx";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = visitor(async ({ actor }, { url }) => ({
  sent: url.searchParams.has("sent"),
  email: actor.kind === "person" ? actor.email : "",
}));

/** The same answer after the same work, whether anybody has the address or not. */
export const action = visitor(async (ctx, { request, address }) => {
  const form = await readForm(request, AskForLink);
  if (!form.ok) return form.reply;
  await throttle(ctx, "mail-link", { address, account: form.value.email });
  await askForReset(ctx, form.value);
  return redirect(paths.forgottenPassword({ sent: "yes" }));
});

export const meta: MetaFunction = () => [{ title: titleFor("Forgotten your password?") }];

export default function ForgottenPassword() {
  const { sent, email } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed, { email });
  if (sent && !failed)
    return (
      <MailSent what="a link to choose a new password" lasts="one hour" again={paths.forgottenPassword()} />
    );
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Forgotten your password?"
        breadcrumbs={[{ label: "Sign in", href: paths.signIn() }]}
        lead={<p>We mail you a link to choose a new one. It works once, and for one hour.</p>}
      />
      <form method="post" action={paths.forgottenPassword()} noValidate>
        <TextField
          {...field("email")}
          label="E-mail address"
          type="email"
          inputMode="email"
          autoComplete="username"
          spellCheck={false}
        />
        <Button>Send the link</Button>
      </form>
    </Measure>
  );
}
