import { json, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChangePassword } from "#app/domain/accounts/inputs.ts";
import { changePassword, hasPassword } from "#app/domain/accounts/passwords/change-password.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { rotateSession } from "#app/http/session.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { NewPasswordField } from "#app/ui/accounts/new-password-field.tsx";
import { Button, LinkButton } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx) => json({ has: await hasPassword(ctx), email: ctx.actor.email }));

export const action = signedIn(async (ctx, { request, address }) => {
  const form = await readForm(request, ChangePassword);
  if (!form.ok) return form.reply;
  await throttle(ctx, "sign-in", { address, account: ctx.actor.email });
  const changed = await orFormReply(form.values, () => changePassword(ctx, form.value));
  if (!changed.ok) return changed.reply;
  const cookie = await rotateSession(ctx.db, ctx.actor.id, request);
  return redirect(paths.account({ did: "password" }), { headers: { "Set-Cookie": cookie } });
});

export const meta: MetaFunction = () => [{ title: titleFor("Password") }];

export default function Password() {
  const { has, email } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed);
  const heading = (
    <PageHeading title="Password" breadcrumbs={[{ label: "Your account", href: paths.account() }]} />
  );
  if (!has) {
    return (
      <Measure>
        {heading}
        <p className="govuk-body">
          You have no password: you sign in with a mailed link. If you would like one, we mail you a link to
          choose it.
        </p>
        <LinkButton href={paths.forgottenPassword()}>Choose a password</LinkButton>
      </Measure>
    );
  }
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      {heading}
      <p className="govuk-body">
        All other devices are signed out when you change it. If you have forgotten the one you have,{" "}
        <a className="govuk-link" href={paths.forgottenPassword()}>
          get a link by mail
        </a>
        .
      </p>
      <form method="post" noValidate>
        <input type="text" name="username" value={email} autoComplete="username" readOnly hidden />
        <TextField
          {...field("currentPassword")}
          label="The password you have now"
          type="password"
          autoComplete="current-password"
          width={20}
        />
        <NewPasswordField {...field("password")} />
        <Button>Change the password</Button>
      </form>
    </Measure>
  );
}
