import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { closeTemporarily } from "#app/domain/organisations/keeping/change-state.server.ts";
import { findKeptOrganisation } from "#app/domain/organisations/keeping/find-kept.server.ts";
import { ClosedForNow } from "#app/domain/organisations/keeping/inputs.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonGroup, DeedButton } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextareaField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const organisation = await findKeptOrganisation(ctx, params.slug ?? "");
  const { slug, state } = organisation;
  if (state !== "live" && state !== "temporarily-closed") throw redirect(paths.editOrganisation(slug));
  return { organisation };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const slug = params.slug ?? "";
  await findKeptOrganisation(ctx, slug);
  const form = await readForm(request, ClosedForNow);
  if (!form.ok) return form.reply;
  const closed = await orFormReply(form.values, () => closeTemporarily(ctx, slug, form.value));
  return closed.ok ? redirect(paths.editOrganisation(slug, { did: "closed" })) : closed.reply;
});

export const meta: MetaFunction<typeof loader, { root: unknown }> = () => [
  { title: titleFor("Close for now") },
];

export default function CloseForNow() {
  const { slug, name, state, stateNote } = useLoaderData<typeof loader>().organisation;
  const failed = useActionData<typeof action>();
  const isClosed = state === "temporarily-closed";
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title={isClosed ? "Closed for now" : "Close for now"}
        caption={name}
        breadcrumbs={[{ label: name, href: paths.editOrganisation(slug) }]}
        lead="The page stays, and says at the top that you are closed and why. Your services leave the results until you open again."
      />
      {isClosed && (
        <Section title="Open again">
          <DeedButton action={paths.reopenOrganisation(slug)} manner="primary">
            Open again
          </DeedButton>
        </Section>
      )}
      <form method="post" noValidate>
        <TextareaField
          {...fieldsOf(failed, { note: stateNote })("note")}
          label="What should people know?"
          hint="Why, until when, and where they can turn meanwhile"
          rows={3}
          limit={500}
        />
        <ButtonGroup>
          <Button manner={isClosed ? "secondary" : "primary"}>
            {isClosed ? "Change the note" : "Close for now"}
          </Button>
          <a className="govuk-link" href={paths.editOrganisation(slug)}>
            Cancel
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}
