import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SourceForm } from "#app/domain/calendars/doctor/inputs.ts";
import { changeSource } from "#app/domain/calendars/keeping/change-source.server.ts";
import { findCalendarToChange } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import { showCalendarToChange } from "#app/domain/calendars/keeping/show-kept.server.ts";
import { outside } from "#app/http/calendars/outside.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { Guides } from "#app/ui/calendars/guides.tsx";
import { calendarCrumbs } from "#app/ui/calendars/kept-page.tsx";
import { SourceFields } from "#app/ui/calendars/source-form.tsx";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { id, name, kind, sourceShown, account, state } = await showCalendarToChange(ctx, params.id ?? "");
  if (kind === "upload") throw redirect(paths.calendars.deed(id, "upload"));
  if (kind === "file" || state === "disconnected") throw redirect(paths.calendars.show(id));
  return { id, name, how: kind, sourceShown, account };
});

export const action = signedIn(async (ctx, { request, params, address }) => {
  const id = params.id ?? "";
  await findCalendarToChange(ctx, id);
  await throttle(ctx, "calendar-check", { address, account: ctx.actor.id });
  const form = await readForm(request, SourceForm);
  if (!form.ok) return form.reply;
  const changed = await orFormReply(form.values, () => changeSource(ctx, id, form.value, outside()));
  return changed.ok ? redirect(paths.calendars.show(id, { did: "source" })) : changed.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Where it is kept") }];

export default function ChangeSource() {
  const { id, name, how, sourceShown, account } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const page = paths.calendars.show(id);
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Where is it kept now?"
        breadcrumbs={calendarCrumbs({ id, name })}
        lead={`At the moment it is read from ${sourceShown}. We do not show the address again, as whoever has it can read the calendar. Enter the whole new one.`}
      />
      <form method="post" noValidate>
        <SourceFields how={how} field={fieldsOf(failed, { account })} />
        <ButtonGroup>
          <Button>Save</Button>
          <a className="govuk-link" href={page}>
            Leave it as it is
          </a>
        </ButtonGroup>
      </form>
      {how === "address" && (
        <Section title="Where to find the address">
          <Guides />
        </Section>
      )}
    </Measure>
  );
}
