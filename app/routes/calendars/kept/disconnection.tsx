import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findCalendarToChange } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import { DisconnectForm } from "#app/domain/calendars/keeping/inputs.ts";
import { showCalendarToChange } from "#app/domain/calendars/keeping/show-kept.server.ts";
import { disconnectCalendar } from "#app/domain/meetings/calendar/keeping/disconnect.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { calendarCrumbs } from "#app/ui/calendars/kept-page.tsx";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { RadiosField } from "#app/ui/kit/forms/choice.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { id, name, state } = await showCalendarToChange(ctx, params.id ?? "");
  if (state === "disconnected") throw redirect(paths.calendars.show(id));
  return { id, name };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const id = params.id ?? "";
  await findCalendarToChange(ctx, id);
  const form = await readForm(request, DisconnectForm);
  if (!form.ok) return form.reply;
  const done = await orFormReply(form.values, () => disconnectCalendar(ctx, id, form.value.afterwards));
  return done.ok ? redirect(paths.calendars.all({ did: "disconnect" })) : done.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Disconnect this calendar?") }];

export default function DisconnectCalendar() {
  const { id, name } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const page = paths.calendars.show(id);
  return (
    <AskFirst
      title="Disconnect this calendar?"
      breadcrumbs={calendarCrumbs({ id, name })}
      errors={failed?.errors}
      button="Disconnect it"
      manner="warning"
      keep={{ label: "Keep it connected", href: page }}
    >
      <p className="govuk-body">It is not read any more. What is past stays as it was.</p>
      <RadiosField
        {...fieldsOf(failed)("afterwards")}
        label="What happens to what is to come?"
        choices={[
          { value: "keep", label: "It stays", hint: "It does not follow your calendar any more." },
          {
            value: "withdraw",
            label: "It is withdrawn",
            hint: "Each date says so, and those who follow it are told. Nothing is erased.",
          },
        ]}
      />
    </AskFirst>
  );
}
