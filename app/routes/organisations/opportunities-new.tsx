import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findKeptOrganisation } from "#app/domain/opportunities/find-kept.server.ts";
import { ChooseKind } from "#app/domain/opportunities/inputs.ts";
import { kindWords } from "#app/domain/opportunities/kinds.ts";
import { readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { RadiosField } from "#app/ui/kit/forms/choice.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { opportunityKinds, wordsOf } from "#db/vocabulary.ts";

export const loader = signedIn(async (ctx, { params }) => ({
  organisation: await findKeptOrganisation(ctx, params.slug ?? ""),
}));

export const action = signedIn(async (ctx, { request, params }) => {
  const organisation = await findKeptOrganisation(ctx, params.slug ?? "");
  const form = await readForm(request, ChooseKind);
  return form.ok ? redirect(paths.newOpportunityOfKind(organisation.slug, form.value.kind)) : form.reply;
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Add an opportunity") }];

export default function ChooseKindOfOpportunity() {
  const { organisation } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed);
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Add an opportunity"
        caption={organisation.name}
        breadcrumbs={[{ label: "Your opportunities", href: paths.keptOpportunities(organisation.slug) }]}
      />
      <form method="post" noValidate>
        <RadiosField {...field("kind")} label="What kind is it?" labelSize="m" choices={choices} />
        <Button>Continue</Button>
      </form>
    </Measure>
  );
}

const choices = wordsOf(opportunityKinds).map((kind) => ({
  value: kind,
  label: opportunityKinds[kind],
  hint: kindWords[kind].about,
}));
