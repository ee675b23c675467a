import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findCalendarToChange } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import { showCalendarToChange } from "#app/domain/calendars/keeping/show-kept.server.ts";
import { keepUpload } from "#app/domain/meetings/calendar/keep-upload.server.ts";
import { readUpload } from "#app/http/files/upload.server.ts";
import { orFormReply } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { calendarCrumbs } from "#app/ui/calendars/kept-page.tsx";
import { SourceFields } from "#app/ui/calendars/source-form.tsx";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { type FailedForm, fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { id, name, kind, sourceShown } = await showCalendarToChange(ctx, params.id ?? "");
  if (kind !== "upload") throw redirect(paths.calendars.show(id));
  return { id, name, sourceShown };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const id = params.id ?? "";
  await findCalendarToChange(ctx, id);
  const kept = await orFormReply({}, async () =>
    keepUpload(ctx, id, (await readUpload(request, "file", "Choose the calendar file")).bytes),
  );
  if (!kept.ok) return kept.reply;
  if ("busy" in kept.value) return redirect(paths.calendars.show(id, { did: "upload-busy" }));
  // One that is held is asked about on the page itself
  return redirect(paths.calendars.show(id, kept.value.hold ? {} : { did: "upload" }));
});

export const meta: MetaFunction = () => [{ title: titleFor("Send a new file") }];

export default function UploadCalendar() {
  const { id, name, sourceShown } = useLoaderData<typeof loader>();
  const failed = atTheFile(useActionData<FailedForm>());
  const page = paths.calendars.show(id);
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Send a new file"
        breadcrumbs={calendarCrumbs({ id, name })}
        lead={`It takes the place of ${sourceShown}. What the new file does not have any more is withdrawn; what is past stays.`}
      />
      <form method="post" encType="multipart/form-data" noValidate>
        <SourceFields how="file" field={fieldsOf(failed)} />
        <ButtonGroup>
          <Button>Send this file</Button>
          <a className="govuk-link" href={page}>
            Leave it as it is
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}

/** A file that is no calendar is refused as a whole: the message belongs to the field. */
function atTheFile(failed: FailedForm | undefined): FailedForm | undefined {
  if (!failed?.errors.form) return failed;
  return { ...failed, errors: { file: failed.errors.form } };
}
