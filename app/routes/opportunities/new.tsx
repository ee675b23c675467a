import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NotFound } from "#app/domain/errors.ts";
import { createOpportunity } from "#app/domain/opportunities/create-opportunity.server.ts";
import { findKeptOrganisation } from "#app/domain/opportunities/find-kept.server.ts";
import { OpportunityForm as Input, isKind } from "#app/domain/opportunities/inputs.ts";
import { findPlaces } from "#app/domain/places/find.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { OpportunityForm } from "#app/ui/opportunities/opportunity-form.tsx";
import { opportunityKinds } from "#db/vocabulary.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const organisation = await findKeptOrganisation(ctx, params.slug ?? "");
  return { organisation, kind: kindNamed(params.kind), places: await findPlaces(ctx) };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const organisation = await findKeptOrganisation(ctx, params.slug ?? "");
  const kind = kindNamed(params.kind);
  const form = await readForm(request, Input(kind));
  if (!form.ok) return form.reply;
  const made = await orFormReply(form.values, () =>
    createOpportunity(ctx, organisation.slug, { kind, fields: form.value }),
  );
  return made.ok ? redirect(paths.publishOpportunity(made.value.slug, { did: "make" })) : made.reply;
});

function kindNamed(word: string | undefined) {
  if (!isKind(word)) throw new NotFound("that kind of opportunity");
  return word;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data && `Add an opportunity: ${opportunityKinds[data.kind]}`) },
];

export default function AddOpportunity() {
  const { organisation, kind, places } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title={opportunityKinds[kind]}
        caption={organisation.name}
        breadcrumbs={[
          { label: "Your opportunities", href: paths.keptOpportunities(organisation.slug) },
          { label: "What kind is it?", href: paths.newOpportunity(organisation.slug) },
        ]}
        lead="It stays a draft that only you can see until you publish it."
      />
      <OpportunityForm
        kind={kind}
        places={places}
        failed={failed}
        submit="Save and preview"
        back={paths.keptOpportunities(organisation.slug)}
      />
    </Measure>
  );
}
