import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findHeldEvent } from "#app/domain/calendars/keeping/held-events.server.ts";
import { TitleForm } from "#app/domain/calendars/keeping/inputs.ts";
import { Conflict } from "#app/domain/errors.ts";
import { releaseEvent } from "#app/domain/meetings/calendar/keeping/release-event.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { calendarCrumbs } from "#app/ui/calendars/kept-page.tsx";
import { HeldDates } from "#app/ui/calendars/kept-questions.tsx";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const id = params.id ?? "";
  try {
    return await findHeldEvent(ctx, id, params.event ?? "");
  } catch (error) {
    // Whoever sends the form is told what became of it; whoever comes back afterwards finds the calendar
    if (error instanceof Conflict) throw redirect(paths.calendars.show(id, { did: "answered" }));
    throw error;
  }
});

export const action = signedIn(async (ctx, { request, params }) => {
  const [id, event] = [params.id ?? "", params.event ?? ""];
  await findHeldEvent(ctx, id, event);
  const form = await readForm(request, TitleForm);
  if (!form.ok) return form.reply;
  const shown = await orFormReply(form.values, () => releaseEvent(ctx, id, event, form.value.title));
  return shown.ok ? redirect(paths.calendars.show(id, { did: "held" })) : shown.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("An event without a title") }];

export default function HeldEvent() {
  const { calendar, event } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const page = paths.calendars.show(calendar.id);
  return (
    <AskFirst
      title="An event without a title"
      breadcrumbs={calendarCrumbs(calendar)}
      errors={failed?.errors}
      button="Show it"
      keep={{ label: "Leave it hidden", href: page }}
    >
      <p className="govuk-body-l">
        <HeldDates event={event} />
        {event.location && <span className="anywhere">, {event.location}</span>}
      </p>
      <p className="govuk-body">
        Better still is a title in your own calendar: then it is shown by itself, and everybody who reads that
        one has it too. Either way the rules of this calendar then decide whose meeting it is, as with every
        other event.
      </p>
      <TextField
        {...fieldsOf(failed)("title")}
        label="Title"
        optional
        hint={`Left empty, it is shown as “${event.summary}”`}
      />
    </AskFirst>
  );
}
