import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NewServiceInput } from "#app/domain/services/input/inputs.ts";
import { beginService } from "#app/domain/services/record/begin-service.server.ts";
import { findKeptServices } from "#app/domain/services/record/find-kept.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextareaField, TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { organisation } = await findKeptServices(ctx, params.slug ?? "");
  if (organisation.state === "archived") throw redirect(paths.keptServices(organisation.slug));
  return { organisation };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const { organisation } = await findKeptServices(ctx, params.slug ?? "");
  const form = await readForm(request, NewServiceInput);
  if (!form.ok) return form.reply;
  const begun = await orFormReply(form.values, () => beginService(ctx, organisation.slug, form.value));
  return begun.ok ? redirect(paths.editService(begun.value.slug, { did: "begin" })) : begun.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Add a service") }];

export default function NewService() {
  const { organisation } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed);
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Add a service"
        caption={organisation.name}
        breadcrumbs={[
          { label: organisation.name, href: paths.organisation(organisation.slug) },
          { label: "Services", href: paths.keptServices(organisation.slug) },
        ]}
        lead="Begin with its name and a sentence. Nobody else sees it until you publish it."
      />
      <form method="post" noValidate>
        <TextField {...field("name")} label="Name of the service" hint="As people know it" />
        <TextareaField
          {...field("summary")}
          label="In a sentence or two, what is it?"
          hint="Say what happens, not what it is called in a plan."
          rows={3}
          limit={300}
        />
        <Button>Begin</Button>
      </form>
    </Measure>
  );
}
