import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NotFound } from "#app/domain/errors.ts";
import { trustOrganisation } from "#app/domain/organisations/keeping/change-state.server.ts";
import { findKeptOrganisation } from "#app/domain/organisations/keeping/find-kept.server.ts";
import { Trust } from "#app/domain/organisations/keeping/inputs.ts";
import { mayTrustOrganisation } from "#app/domain/organisations/policy.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { RadiosField } from "#app/ui/kit/forms/choice.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  if (!mayTrustOrganisation(ctx.actor)) throw new NotFound("that page");
  return { organisation: await findKeptOrganisation(ctx, params.slug ?? "") };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const slug = params.slug ?? "";
  if (!mayTrustOrganisation(ctx.actor)) throw new NotFound("that page");
  const form = await readForm(request, Trust);
  if (!form.ok) return form.reply;
  const saved = await orFormReply(form.values, () => trustOrganisation(ctx, slug, form.value.isTrusted));
  return saved.ok ? redirect(paths.editOrganisation(slug, { did: "trusted" })) : saved.reply;
});

export const meta: MetaFunction<typeof loader, { root: unknown }> = () => [
  { title: titleFor("Trust, and approval") },
];

export default function TrustOrganisation() {
  const { slug, name, isTrusted } = useLoaderData<typeof loader>().organisation;
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed, { isTrusted: isTrusted ? "yes" : "no" });
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Trust, and approval"
        caption={name}
        breadcrumbs={[{ label: name, href: paths.editOrganisation(slug) }]}
      />
      <form method="post" noValidate>
        <RadiosField
          {...field("isTrusted")}
          label="First services, and changes of name or number"
          choices={[
            { value: "no", label: "Wait for approval", hint: "By the network’s lead or the Assembly team" },
            { value: "yes", label: "Are published at once", hint: "For organisations that we know well" },
          ]}
        />
        <Button>Save</Button>
      </form>
    </Measure>
  );
}
