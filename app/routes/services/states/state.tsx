import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { CloseInput, closeService } from "#app/domain/services/states/close-service.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonGroup, DeedButton } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextareaField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { slug, name, state, stateNote } = await findServiceRecord(ctx, params.slug ?? "");
  if (state !== "live" && state !== "temporarily-closed") throw redirect(paths.editService(slug));
  return { slug, name, state, stateNote };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const { slug } = await findServiceRecord(ctx, params.slug ?? "");
  const form = await readForm(request, CloseInput);
  if (!form.ok) return form.reply;
  const closed = await orFormReply(form.values, () => closeService(ctx, slug, form.value));
  return closed.ok ? redirect(paths.editService(slug, { did: "close" })) : closed.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Close a service for a while") }];

export default function ServiceState() {
  const { slug, name, state, stateNote } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed, { note: stateNote });
  const isClosed = state === "temporarily-closed";
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title={isClosed ? "Closed for a while" : "Close it for a while?"}
        caption={name}
        breadcrumbs={[{ label: name, href: paths.editService(slug) }]}
        lead="People no longer find it by searching. Its page stays, and says why it is closed."
      />
      {isClosed && <DeedButton action={paths.reopenService(slug)}>Open it again</DeedButton>}
      <form method="post" noValidate>
        <TextareaField
          {...field("note")}
          label="Why is it closed, and until when?"
          hint="Such as “The hall is being painted. We are back on 4 May.”"
          rows={3}
          limit={500}
        />
        <ButtonGroup>
          <Button>{isClosed ? "Save the note" : "Close it for a while"}</Button>
          <a className="govuk-link" href={paths.editService(slug)}>
            Leave it as it is
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}
