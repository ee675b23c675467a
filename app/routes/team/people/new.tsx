import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { AddPerson } from "#app/domain/accounts/inputs.ts";
import { mayRunRoles } from "#app/domain/accounts/policy.ts";
import { addPerson } from "#app/domain/accounts/roles/grant-role.server.ts";
import { NotFound } from "#app/domain/errors.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async ({ actor }) => {
  if (!mayRunRoles(actor)) throw new NotFound("that page");
  return null;
});

export const action = signedIn(async (ctx, { request }) => {
  if (!mayRunRoles(ctx.actor)) throw new NotFound("that page");
  const form = await readForm(request, AddPerson);
  if (!form.ok) return form.reply;
  const added = await orFormReply(form.values, () => addPerson(ctx, form.value));
  if (!added.ok) return added.reply;
  const { id, isNew } = added.value;
  return redirect(isNew ? paths.grantRole(id) : paths.person(id));
});

export const meta: MetaFunction = () => [{ title: titleFor("Add somebody") }];

export default function NewPerson() {
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed);
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Add somebody"
        breadcrumbs={[{ label: "People and roles", href: paths.people() }]}
        lead={<p>They are invited by mail as soon as you give them a role, on the next page.</p>}
      />
      <form method="post" noValidate>
        <TextField {...field("name")} label="Name" autoComplete="off" />
        <TextField
          {...field("email")}
          label="E-mail address"
          hint="Their own, not one that several people read"
          type="email"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
        />
        <Button>Continue</Button>
      </form>
    </Measure>
  );
}
