import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskForLink } from "#app/domain/accounts/inputs.ts";
import { askForSignInLink } from "#app/domain/accounts/sign-in/sign-in-link.server.ts";
import { readForm } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { localPath } from "#app/http/local-path.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { MailSent } from "#app/ui/accounts/mail-sent.tsx";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = visitor(async (_ctx, { url }) => ({
  next: localPath(url.searchParams.get("next") ?? "") ?? "",
  sent: url.searchParams.has("sent"),
}));

/** The same answer after the same work, whether anybody has the address or not. */
export const action = visitor(async (ctx, { request, address }) => {
  const form = await readForm(request, AskForLink);
  if (!form.ok) return form.reply;
  await throttle(ctx, "mail-link", { address, account: form.value.email });
  await askForSignInLink(ctx, { ...form.value, next: localPath(form.value.next) ?? "" });
  return redirect(paths.signInLink({ sent: "yes" }));
});

export const meta: MetaFunction = () => [{ title: titleFor("Get a sign-in link") }];

export default function SignInLink() {
  const { next, sent } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed);
  if (sent && !failed)
    return <MailSent what="a link to sign in" lasts="15 minutes" again={paths.signInLink()} />;
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Get a sign-in link"
        breadcrumbs={[{ label: "Sign in", href: paths.signIn() }]}
        lead={<p>We mail you a link that signs you in. It works once, and for 15 minutes.</p>}
      />
      <form method="post" action={paths.signInLink()} noValidate>
        <input type="hidden" name="next" value={failed?.values.next || next} />
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
