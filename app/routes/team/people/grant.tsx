import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { GrantRole } from "#app/domain/accounts/inputs.ts";
import { findGroupChoices, findPerson } from "#app/domain/accounts/roles/find-people.server.ts";
import { grantRole } from "#app/domain/accounts/roles/grant-role.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { RadiosField, SelectField } from "#app/ui/kit/forms/choice.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { id, name } = await findPerson(ctx, params.id ?? "");
  return { person: { id, name }, groups: await findGroupChoices(ctx) };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const { id } = await findPerson(ctx, params.id ?? "");
  const form = await readForm(request, GrantRole);
  if (!form.ok) return form.reply;
  const granted = await orFormReply(form.values, () => grantRole(ctx, id, form.value));
  return granted.ok ? redirect(`${paths.person(id)}?did=grant`) : granted.reply;
});

const CHOICES = [
  { value: "group-lead", label: "Group lead", hint: "Runs a place network or a forum" },
  { value: "secretariat", label: "Secretariat", hint: "Runs the agendas of a board or partnership" },
  { value: "icb-staff", label: "ICB staff", hint: "Reads what partners may see" },
  {
    value: "organisation-owner",
    label: "Organisation owner",
    hint: "Edits an organisation, and says who else may",
  },
  { value: "organisation-editor", label: "Organisation editor", hint: "Edits an organisation" },
  { value: "administrator", label: "Administrator", hint: "The Assembly team: everything" },
];

export const meta: MetaFunction = () => [{ title: titleFor("Grant a role") }];

export default function GrantARole() {
  const { person, groups } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed);
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Grant a role"
        caption={person.name}
        breadcrumbs={[
          { label: "People and roles", href: paths.people() },
          { label: person.name, href: paths.person(person.id) },
        ]}
        lead={
          <p>
            It begins now. They are told by mail; leads, secretariats, ICB staff and administrators need a
            second step to use it.
          </p>
        }
      />
      <form method="post" noValidate>
        <RadiosField {...field("role")} label="Role" choices={CHOICES} />
        <SelectField
          {...field("group")}
          label="Group"
          hint="For leads and secretariats"
          optional
          blank="No group"
          choices={groups.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <TextField
          {...field("organisation")}
          label="Organisation"
          hint="For owners and editors: the address of its page, such as /organisations/the-long-table"
          optional
          spellCheck={false}
        />
        <Button>Grant the role</Button>
      </form>
    </Measure>
  );
}
