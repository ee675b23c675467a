import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mailContinueLink } from "#app/domain/organisations/registration/continue-registration.server.ts";
import { findRegistration } from "#app/domain/organisations/registration/find-registration.server.ts";
import { LinkInput } from "#app/domain/organisations/registration/inputs.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { heldRegistration } from "#app/http/registration-cookie.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = visitor(async (ctx, { request, params }) => {
  const { id, name, contactEmail } = await findRegistration(ctx, heldRegistration(request, params.id));
  return { id, name, contactEmail };
});

export const action = visitor(async (ctx, { request, params, address }) => {
  const held = heldRegistration(request, params.id);
  await findRegistration(ctx, held);
  const form = await readForm(request, LinkInput);
  if (!form.ok) return form.reply;
  await throttle(ctx, "mail-link", { address, account: form.value.email });
  const mailed = await orFormReply(form.values, () => mailContinueLink(ctx, held, form.value));
  return mailed.ok ? redirect(paths.registration(held.id, { did: "mail" })) : mailed.reply;
});

export const meta: MetaFunction<typeof loader, { root: unknown }> = () => [
  { title: titleFor("Go on later, or on another device") },
];

export default function MailLink() {
  const { id, name, contactEmail } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Go on later, or on another device"
        caption={name}
        breadcrumbs={[{ label: "Your registration", href: paths.registration(id) }]}
        lead="This browser remembers your registration for 30 days. To go on somewhere else we mail you a link that works once, within 7 days."
      />
      <form method="post" noValidate>
        <TextField
          {...fieldsOf(failed, { email: contactEmail })("email")}
          label="Your e-mail address"
          type="email"
          autoComplete="email"
          spellCheck={false}
        />
        <ButtonGroup>
          <Button>Mail me a link</Button>
          <a className="govuk-link" href={paths.registration(id)}>
            Back to the steps
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}
