import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findChoicesForEvent } from "#app/domain/calendars/typed/find-choices.server.ts";
import { findOrganisationOfEvents } from "#app/domain/calendars/typed/find-typed-events.server.ts";
import { EventForm as Input } from "#app/domain/calendars/typed/inputs.ts";
import { addEvent } from "#app/domain/calendars/typed/keep-event.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { EventForm } from "#app/ui/events/event-form.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn((ctx, { params }) => findChoicesForEvent(ctx, params.slug ?? ""));

export const action = signedIn(async (ctx, { request, params }) => {
  const { slug } = await findOrganisationOfEvents(ctx, params.slug ?? "");
  const form = await readForm(request, Input);
  if (!form.ok) return form.reply;
  const added = await orFormReply(form.values, () => addEvent(ctx, slug, form.value));
  return added.ok ? redirect(paths.keptEvents(slug, { did: "add" })) : added.reply;
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Add an event") }];

export default function AddEvent() {
  const { organisation, choices } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const list = paths.keptEvents(organisation.slug);
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Add an event"
        caption={organisation.name}
        breadcrumbs={[{ label: "Your events", href: list }]}
        lead="Everybody can see it as soon as you save it."
      />
      <EventForm choices={choices} failed={failed} submit="Add this event" back={list} />
    </Measure>
  );
}
