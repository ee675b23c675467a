import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findRegistration } from "#app/domain/organisations/registration/find-registration.server.ts";
import { AboutYouInput } from "#app/domain/organisations/registration/inputs.ts";
import { canStillChange, registrationSteps } from "#app/domain/organisations/registration/registration.ts";
import { saveAboutYou } from "#app/domain/organisations/registration/save-step.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { heldRegistration } from "#app/http/registration-cookie.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = visitor(async (ctx, { request, params }) => {
  const registration = await findRegistration(ctx, heldRegistration(request, params.id));
  if (!canStillChange(registration)) throw redirect(paths.registration(registration.id));
  const { id, name, contactName, contactEmail, contactRole } = registration;
  return { id, name, values: { contactName, contactEmail, contactRole } };
});

export const action = visitor(async (ctx, { request, params }) => {
  const held = heldRegistration(request, params.id);
  await findRegistration(ctx, held);
  const form = await readForm(request, AboutYouInput);
  if (!form.ok) return form.reply;
  const saved = await orFormReply(form.values, () => saveAboutYou(ctx, held, form.value));
  return saved.ok ? redirect(paths.registration(held.id, { did: "saved" })) : saved.reply;
});

export const meta: MetaFunction<typeof loader, { root: unknown }> = () => [
  { title: titleFor(registrationSteps.you) },
];

export default function AboutYou() {
  const { id, name, values } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed, values);
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title={registrationSteps.you}
        caption={name}
        breadcrumbs={[{ label: "Your registration", href: paths.registration(id) }]}
        lead="So that we can answer you, and let you in to keep the record. None of this is published."
      />
      <form method="post" noValidate>
        <TextField {...field("contactName")} label="Your name" autoComplete="name" />
        <TextField
          {...field("contactEmail")}
          label="Your e-mail address"
          hint="One that you read. A shared mailbox is fine."
          type="email"
          autoComplete="email"
          spellCheck={false}
        />
        <TextField
          {...field("contactRole")}
          label="What you do for the organisation"
          hint="Chair, treasurer, volunteer"
        />
        <ButtonGroup>
          <Button>Save and continue</Button>
          <a className="govuk-link" href={paths.registration(id)}>
            Back to the steps
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}
