import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SignIn } from "#app/domain/accounts/inputs.ts";
import { signIn } from "#app/domain/accounts/sign-in/sign-in.server.ts";
import { admissionReply } from "#app/http/admission.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { localPath } from "#app/http/local-path.ts";
import { forgive, throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = visitor(async ({ actor }, { url }) => {
  const next = localPath(url.searchParams.get("next") ?? "");
  if (actor.kind === "person") throw redirect(next ?? paths.account());
  return { next };
});

export const action = visitor(async (ctx, { request, address }) => {
  const form = await readForm(request, SignIn);
  if (!form.ok) return form.reply;
  const by = { address, account: form.value.email };
  await throttle(ctx, "sign-in", by);
  const known = await orFormReply(form.values, () => signIn(ctx, form.value));
  if (!known.ok) return known.reply;
  await forgive(ctx, "sign-in", by);
  return admissionReply(ctx, request, { ...known.value, next: form.value.next });
});

export const meta: MetaFunction = () => [{ title: titleFor("Sign in") }];

export default function SignInPage() {
  const loaded = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed);
  const next = failed?.values.next || loaded.next || "";
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Sign in"
        lead={<p>You need an account only to run a group, its meetings or an organisation’s pages.</p>}
      />
      <form method="post" action={paths.signIn()} noValidate>
        <input type="hidden" name="next" value={next} />
        <TextField
          {...field("email")}
          label="E-mail address"
          type="email"
          inputMode="email"
          autoComplete="username"
          spellCheck={false}
        />
        <TextField
          {...field("password")}
          label="Password"
          type="password"
          autoComplete="current-password"
          width={20}
        />
        <Button>Sign in</Button>
      </form>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={paths.signInLink({ next })}>
            Send me a sign-in link
          </a>{" "}
          instead: no password needed
        </li>
        <li>
          <a className="govuk-link" href={paths.forgottenPassword()}>
            Forgotten your password?
          </a>
        </li>
      </ul>
    </Measure>
  );
}
