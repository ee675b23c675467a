import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { showKeptOpportunity } from "#app/domain/opportunities/find-kept.server.ts";
import { CloseForNow } from "#app/domain/opportunities/inputs.ts";
import { closeOpportunityForNow } from "#app/domain/opportunities/take-down.server.ts";
import { readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { TextareaField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const kept = await showKeptOpportunity(ctx, params.slug ?? "");
  if (kept.state !== "live") throw redirect(paths.keptOpportunities(kept.organisation.slug));
  return { kept };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const { slug } = await showKeptOpportunity(ctx, params.slug ?? "");
  const form = await readForm(request, CloseForNow);
  if (!form.ok) return form.reply;
  await closeOpportunityForNow(ctx, slug, form.value);
  return redirect(paths.opportunity(slug, { did: "close" }));
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Close it for now?") }];

export default function CloseOpportunity() {
  const { kept } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed);
  return (
    <AskFirst
      title="Close it for now?"
      caption={kept.title}
      breadcrumbs={[{ label: "Your opportunities", href: paths.keptOpportunities(kept.organisation.slug) }]}
      errors={failed?.errors}
      button="Close it for now"
      keep={{ label: "Leave it open", href: paths.keptOpportunities(kept.organisation.slug) }}
    >
      <p className="govuk-body">
        It leaves every list. Its page stays, and says that it is closed for now. You can open it again at any
        time.
      </p>
      <TextareaField
        {...field("note")}
        label="What should people read there?"
        optional
        hint="For example, “We have enough drivers until September.”"
        rows={2}
        limit={300}
      />
    </AskFirst>
  );
}
