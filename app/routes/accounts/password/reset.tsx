import { json, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NewPassword } from "#app/domain/accounts/inputs.ts";
import { resetPassword } from "#app/domain/accounts/passwords/reset-password.server.ts";
import { findToken } from "#app/domain/accounts/tokens.server.ts";
import { admissionReply, keptByNobody } from "#app/http/admission.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { NewPasswordField } from "#app/ui/accounts/new-password-field.tsx";
import { LinkGone } from "#app/ui/accounts/one-button.tsx";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const headers = keptByNobody;

export const loader = visitor(async (ctx, { params }) => {
  const isOpen = (await findToken(ctx, "reset-password", params.token ?? "")) !== null;
  return json({ isOpen }, { status: isOpen ? 200 : 410 });
});

export const action = visitor(async (ctx, { request, params }) => {
  const form = await readForm(request, NewPassword);
  if (!form.ok) return form.reply;
  const known = await orFormReply(form.values, () => resetPassword(ctx, params.token ?? "", form.value));
  if (!known.ok) return known.reply;
  return admissionReply(ctx, request, { ...known.value, next: paths.account({ did: "password" }) });
});

export const meta: MetaFunction = () => [{ title: titleFor("Choose a new password") }];

export default function ResetPassword() {
  const { isOpen } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed);
  if (!isOpen) {
    return (
      <LinkGone>
        <p className="govuk-body">
          <a className="govuk-link" href={paths.forgottenPassword()}>
            Get a new link
          </a>
        </p>
      </LinkGone>
    );
  }
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Choose a new password"
        lead={
          <p>Everybody who is signed in to your account is then signed out, and you are signed in here.</p>
        }
      />
      <form method="post" noValidate>
        <NewPasswordField {...field("password")} />
        <Button>Save the password</Button>
      </form>
    </Measure>
  );
}
