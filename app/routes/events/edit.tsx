import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import * as v from "valibot";
import { findEventToEdit } from "#app/domain/calendars/typed/find-choices.server.ts";
import { findKeptEvent } from "#app/domain/calendars/typed/find-typed-events.server.ts";
import { EventForm as Input } from "#app/domain/calendars/typed/inputs.ts";
import { editEvent } from "#app/domain/calendars/typed/keep-event.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { EventForm } from "#app/ui/events/event-form.tsx";
import { bothVersionsOf } from "#app/ui/events/versions.ts";
import { BothVersions } from "#app/ui/kit/forms/both-versions.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const found = await findEventToEdit(ctx, params.id ?? "");
  // Taken down in another tab: it can be put back first
  if (!found.isPublic) throw redirect(paths.restoreEvent(found.dateId));
  return found;
});

const WithSeen = v.intersect([Input, v.object({ seen: v.optional(v.string(), "") })]);

export const action = signedIn(async (ctx, { request, params }) => {
  const { date, organisation } = await findKeptEvent(ctx, params.id ?? "");
  const form = await readForm(request, WithSeen);
  if (!form.ok) return form.reply;
  const { seen, ...fields } = form.value;
  const saved = await orFormReply(form.values, () => editEvent(ctx, date.id, { fields, seen }));
  return saved.ok ? redirect(paths.keptEvents(organisation.slug, { did: "edit" })) : saved.reply;
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data && `Change ${data.fields.title}`) },
];

export default function EditEvent() {
  const { organisation, fields, seen, choices, repeats } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const list = paths.keptEvents(organisation.slug);
  const rows = failed?.theirs ? bothVersionsOf(failed.theirs, failed.values, choices) : [];
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title={fields.title}
        caption={organisation.name}
        breadcrumbs={[{ label: "Your events", href: list }]}
        {...(repeats && { lead: "This changes all its dates to come." })}
      />
      <BothVersions rows={rows} by={failed?.by} at={failed?.at} />
      <EventForm
        choices={choices}
        failed={failed}
        fields={fields}
        seen={seen}
        submit="Save this event"
        back={list}
      />
    </Measure>
  );
}
