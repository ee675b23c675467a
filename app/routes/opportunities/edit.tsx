import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import * as v from "valibot";
import { editOpportunity } from "#app/domain/opportunities/edit-opportunity.server.ts";
import { showKeptOpportunity } from "#app/domain/opportunities/find-kept.server.ts";
import { OpportunityForm as Input, Seen } from "#app/domain/opportunities/inputs.ts";
import { findPlaces } from "#app/domain/places/find.server.ts";
import { seenOf } from "#app/domain/section.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { BothVersions } from "#app/ui/kit/forms/both-versions.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { OpportunityForm } from "#app/ui/opportunities/opportunity-form.tsx";
import { differencesOf, type SomeFields } from "#app/ui/opportunities/versions.ts";
import { opportunityKinds, type RecordState } from "#db/vocabulary.ts";

export const loader = signedIn(async (ctx, { params, url }) => {
  const kept = await showKeptOpportunity(ctx, params.slug ?? "");
  // Archived in another tab: it can be put back first
  if (kept.state === "archived") throw redirect(paths.restoreOpportunity(kept.slug));
  const did = url.searchParams.get("did");
  return { kept, seen: seenOf(kept.fields), places: await findPlaces(ctx), did };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const { slug, kind, state } = await showKeptOpportunity(ctx, params.slug ?? "");
  const form = await readForm(request, v.intersect([Input(kind), v.object({ seen: Seen })]));
  if (!form.ok) return form.reply;
  const { seen, ...fields } = form.value;
  const saved = await orFormReply(form.values, () => editOpportunity(ctx, slug, { fields, seen }));
  return saved.ok ? redirect(nextPage(saved.value.slug, state)) : saved.reply;
});

/** A draft goes on to its publication; what is public shows what people see now. */
function nextPage(slug: string, state: RecordState): string {
  if (state === "draft") return paths.publishOpportunity(slug, { did: "edit" });
  if (state === "waiting") return paths.previewOpportunity(slug);
  return paths.opportunity(slug, { did: "edit" });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data && `Change ${data.kept.title}`) },
];

export default function EditOpportunity() {
  const { kept, seen, places, did } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <Measure>
      {did === "copy" && !failed && <Done>This is a copy, without the dates. Nobody else can see it.</Done>}
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title={kept.title}
        caption={`${kept.organisation.name}: ${opportunityKinds[kept.kind]}`}
        breadcrumbs={[{ label: "Your opportunities", href: paths.keptOpportunities(kept.organisation.slug) }]}
      />
      <BothVersions rows={useVersions()} by={failed?.by} at={failed?.at} />
      <OpportunityForm
        kind={kept.kind}
        places={places}
        failed={failed}
        fields={kept.fields}
        seen={seen}
        submit={kept.state === "draft" ? "Save and preview" : "Save"}
        back={paths.keptOpportunities(kept.organisation.slug)}
      />
    </Measure>
  );
}

/** What the other one saved, beside what was typed here. */
function useVersions() {
  const { kept, places } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  if (!failed?.theirs) return [];
  const placeNames = new Map(places.map(({ slug, name }) => [slug, name]));
  const both = differencesOf(failed.theirs as SomeFields, failed.values, { kind: kept.kind, placeNames });
  return both.map(({ label, before, after }) => ({ label, theirs: before, mine: after }));
}
