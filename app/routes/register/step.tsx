import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NotFound } from "#app/domain/errors.ts";
import { findCheckedNumbers } from "#app/domain/organisations/keeping/check-numbers.server.ts";
import { formValues } from "#app/domain/organisations/record/form-values.ts";
import { sectionInputs } from "#app/domain/organisations/record/inputs.ts";
import { findNamesBySlug, findRecordChoices } from "#app/domain/organisations/record/names-by-slug.server.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import { findRegistration } from "#app/domain/organisations/registration/find-registration.server.ts";
import {
  canStillChange,
  isStep,
  type RegistrationStep,
  registrationSteps,
  sectionOfStep,
} from "#app/domain/organisations/registration/registration.ts";
import { saveStep } from "#app/domain/organisations/registration/save-step.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { heldRegistration } from "#app/http/registration-cookie.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { CheckedNumbers } from "#app/ui/organisations/checked-numbers.tsx";
import { SectionFields } from "#app/ui/organisations/section-fields.tsx";

export const loader = visitor(async (ctx, { request, params }) => {
  const [registration, section] = [
    await findRegistration(ctx, heldRegistration(request, params.id)),
    sectionOf(params.step),
  ];
  if (!canStillChange(registration)) throw redirect(paths.registration(registration.id));
  const { organisationId } = registration;
  const [record, choices, names, numbers] = await Promise.all([
    readRecord(ctx, organisationId),
    findRecordChoices(ctx),
    findNamesBySlug(ctx),
    findCheckedNumbers(ctx, organisationId),
  ]);
  const { id, name } = registration;
  return { id, name, section, values: formValues(section, record[section]), choices, names, numbers };
});

export const action = visitor(async (ctx, { request, params }) => {
  const held = heldRegistration(request, params.id);
  const section = sectionOf(params.step);
  await findRegistration(ctx, held);
  const form = await readForm(request, sectionInputs[section]);
  if (!form.ok) return form.reply;
  const saved = await orFormReply(form.values, () => saveStep(ctx, held, { section, fields: form.value }));
  return saved.ok ? redirect(paths.registration(held.id, { did: "saved" })) : saved.reply;
});

/** Who registers has a page of its own: it is no part of the record. */
function sectionOf(text = "") {
  const section = isStep(text) ? sectionOfStep(text as RegistrationStep) : null;
  if (!section) throw new NotFound("that step");
  return section;
}

export const meta: MetaFunction<typeof loader, { root: unknown }> = ({ data }) => [
  { title: titleFor(data ? registrationSteps[data.section] : "Register your organisation") },
];

export default function RegistrationStepPage() {
  const { id, name, section, values, choices, names, numbers } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title={registrationSteps[section]}
        caption={name}
        breadcrumbs={[{ label: "Your registration", href: paths.registration(id) }]}
        lead={section === "numbers" ? "No number? Save this page as it is." : undefined}
      />
      <form method="post" noValidate>
        <SectionFields section={section} field={fieldsOf(failed, values)} choices={choices} names={names} />
        {section === "numbers" && numbers.length > 0 && (
          <>
            <h2 className="govuk-heading-m">What the registers say</h2>
            <CheckedNumbers numbers={numbers} />
          </>
        )}
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
