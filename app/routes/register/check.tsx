import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findDuplicates } from "#app/domain/organisations/duplicates/find-duplicates.server.ts";
import { findCheckedNumbers } from "#app/domain/organisations/keeping/check-numbers.server.ts";
import { findNamesBySlug } from "#app/domain/organisations/record/names-by-slug.server.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import { findRegistration } from "#app/domain/organisations/registration/find-registration.server.ts";
import { canStillChange, tasksOf } from "#app/domain/organisations/registration/registration.ts";
import { submitRegistration } from "#app/domain/organisations/registration/submit-registration.server.ts";
import { orFormReply } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { heldRegistration } from "#app/http/registration-cookie.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { CheckedNumbers } from "#app/ui/organisations/checked-numbers.tsx";
import { LikelyOnes } from "#app/ui/organisations/likely-ones.tsx";
import { RegistrationAnswers } from "#app/ui/organisations/registering/answers.tsx";

export const loader = visitor(async (ctx, { request, params }) => {
  const registration = await findRegistration(ctx, heldRegistration(request, params.id));
  if (!canStillChange(registration)) throw redirect(paths.registration(registration.id));
  const { organisationId } = registration;
  const [record, names, numbers] = await Promise.all([
    readRecord(ctx, organisationId),
    findNamesBySlug(ctx),
    findCheckedNumbers(ctx, organisationId),
  ]);
  const { identifiers } = record.numbers;
  const alike = await findDuplicates(ctx, { name: registration.name, identifiers, exceptId: organisationId });
  const sameNumber = alike.filter(({ why }) => why === "same number");
  const isReady = tasksOf(registration, record).every(({ isDone }) => isDone);
  return { registration, record, names, numbers, sameNumber, isReady };
});

/** A second press of the button finds it sent, and is led to the same page. */
export const action = visitor(async (ctx, { request, params, address }) => {
  const held = heldRegistration(request, params.id);
  const { contactEmail } = await findRegistration(ctx, held);
  await throttle(ctx, "registration", { address, account: contactEmail || held.id });
  const sent = await orFormReply({}, () => submitRegistration(ctx, held));
  return sent.ok ? redirect(paths.registration(held.id, { did: "sent" })) : sent.reply;
});

export const meta: MetaFunction<typeof loader, { root: unknown }> = () => [
  { title: titleFor("Check your answers") },
];

export default function CheckAnswers() {
  const { registration, record, names, numbers, sameNumber, isReady } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { id, name } = registration;
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Check your answers"
        caption={name}
        breadcrumbs={[{ label: "Your registration", href: paths.registration(id) }]}
      />
      <RegistrationAnswers registration={registration} record={record} names={names} canChange />
      {numbers.length > 0 && (
        <Section title="What the registers say">
          <CheckedNumbers numbers={numbers} />
        </Section>
      )}
      {sameNumber.length > 0 && (
        <Section title="Is it one of these?">
          <p className="govuk-body">
            Your register number stands on a record that is here already. If that is yours, claim it instead.
          </p>
          <LikelyOnes likely={sameNumber} level={3} />
        </Section>
      )}
      {isReady ? (
        <form method="post">
          <p className="govuk-body">
            By sending this you say that it is right as far as you know, and that you may speak for the
            organisation.
          </p>
          <Button>Send the registration</Button>
        </form>
      ) : (
        <p className="govuk-body">
          Some steps are not finished yet. <a href={paths.registration(id)}>Go back to the steps</a>.
        </p>
      )}
    </Measure>
  );
}
