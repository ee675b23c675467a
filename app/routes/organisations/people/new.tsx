import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { InvitePerson } from "#app/domain/accounts/inputs.ts";
import { findPeopleOf } from "#app/domain/accounts/roles/find-people.server.ts";
import { inviteToOrganisation } from "#app/domain/accounts/roles/grant-role.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { RadiosField } from "#app/ui/kit/forms/choice.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { organisation } = await findPeopleOf(ctx, params.slug ?? "");
  return { organisation };
});

export const action = signedIn(async (ctx, { request, params, address }) => {
  const { organisation } = await findPeopleOf(ctx, params.slug ?? "");
  const form = await readForm(request, InvitePerson);
  if (!form.ok) return form.reply;
  await throttle(ctx, "invitation", { address, account: form.value.email });
  const invited = await orFormReply(form.values, () =>
    inviteToOrganisation(ctx, organisation.slug, form.value),
  );
  return invited.ok ? redirect(`${paths.organisationPeople(organisation.slug)}?did=invite`) : invited.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Invite somebody") }];

export default function Invite() {
  const { organisation } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed, { role: "organisation-editor" });
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Invite somebody"
        caption={organisation.name}
        breadcrumbs={[
          { label: organisation.name, href: paths.organisation(organisation.slug) },
          { label: "People", href: paths.organisationPeople(organisation.slug) },
        ]}
        lead={<p>They get a mail with a link to accept. They need no password.</p>}
      />
      <form method="post" noValidate>
        <TextField {...field("name")} label="Their name" autoComplete="off" />
        <TextField
          {...field("email")}
          label="Their e-mail address"
          type="email"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
        />
        <RadiosField
          {...field("role")}
          label="What may they do?"
          choices={[
            {
              value: "organisation-editor",
              label: "Edit",
              hint: "What the organisation says of itself, its services, events and opportunities",
            },
            { value: "organisation-owner", label: "Own", hint: "The same, and say who else may" },
          ]}
        />
        <Button>Send the invitation</Button>
      </form>
    </Measure>
  );
}
