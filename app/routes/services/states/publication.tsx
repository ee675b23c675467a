import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { publishesAtOnce } from "#app/domain/services/policy.ts";
import { findServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { missingOf } from "#app/domain/services/record/service-record.ts";
import { PublishInput } from "#app/domain/services/states/publish-input.ts";
import { publishService } from "#app/domain/services/states/publish-service.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonGroup, DeedButton } from "#app/ui/kit/forms/button.tsx";
import { CheckboxesField } from "#app/ui/kit/forms/choice.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Inset } from "#app/ui/kit/show/notice.tsx";

export const loader = signedIn(async (ctx, { params }) => {
  const service = await findServiceRecord(ctx, params.slug ?? "");
  const { slug, name, state, organisation, publishedAt } = service;
  // Published in another tab, or archived: the page to edit says so
  if (state !== "draft" && state !== "waiting") throw redirect(paths.editService(slug));
  const isFree = publishedAt !== null || publishesAtOnce(ctx.actor, organisation);
  return { slug, name, state, organisation, isFree, missing: missingOf(service.record) };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const { slug } = await findServiceRecord(ctx, params.slug ?? "");
  const form = await readForm(request, PublishInput);
  if (!form.ok) return form.reply;
  const done = await orFormReply(form.values, () => publishService(ctx, slug));
  if (!done.ok) return done.reply;
  return redirect(paths.editService(slug, { did: done.value.state === "live" ? "publish" : "ask" }));
});

export const meta: MetaFunction = () => [{ title: titleFor("Publish this service") }];

export default function PublishService() {
  const { slug, name, state, organisation, missing } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const isOrganisationPublic = organisation.state === "live" || organisation.state === "temporarily-closed";
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title={state === "waiting" ? "Waiting for approval" : "Publish this service"}
        caption={name}
        breadcrumbs={[{ label: name, href: paths.editService(slug) }]}
      />
      <p className="govuk-body">
        <a href={paths.previewService(slug)}>Look at it as others will see it</a>
      </p>
      {missing.length > 0 && <Missing />}
      {!isOrganisationPublic && (
        <Inset>
          {organisation.name} is not published itself yet. The service can be published once it is.
        </Inset>
      )}
      {state === "waiting" ? <Waiting /> : missing.length === 0 && isOrganisationPublic && <Publish />}
    </Measure>
  );
}

function Missing() {
  const { slug, missing } = useLoaderData<typeof loader>();
  return (
    <>
      <h2 className="govuk-heading-m">Still missing</h2>
      <ul className="govuk-list govuk-list--bullet">
        {missing.map(({ section, words }) => (
          <li key={words}>
            <a href={paths.editServiceSection(slug, section)}>{words}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Publish() {
  const { isFree } = useLoaderData<typeof loader>();
  const field = fieldsOf(useActionData<typeof action>());
  return (
    <form method="post" noValidate>
      {!isFree && (
        <p className="govuk-body">
          Your first publication of a service is looked at by your network’s lead or the Assembly team. We
          write to you when it is live.
        </p>
      )}
      <CheckboxesField
        {...field("checked")}
        label="Is everything right?"
        choices={[
          {
            value: "yes",
            label: "I have checked the whole record, and it is right today",
            hint: "Its page will say that it was confirmed today.",
          },
        ]}
      />
      <Button>{isFree ? "Publish" : "Send for approval"}</Button>
    </form>
  );
}

function Waiting() {
  const { slug } = useLoaderData<typeof loader>();
  return (
    <>
      <p className="govuk-body">
        A network lead or the Assembly team has been asked. You can go on editing; they see what stands there
        when they look.
      </p>
      <ButtonGroup>
        <DeedButton action={paths.withdrawService(slug)}>Take it back to a draft</DeedButton>
        <a className="govuk-link" href={paths.editService(slug)}>
          Go on editing
        </a>
      </ButtonGroup>
    </>
  );
}
