import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findKeptCalendar } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import { VenueForm } from "#app/domain/calendars/keeping/inputs.ts";
import { showKeptCalendar } from "#app/domain/calendars/keeping/show-kept.server.ts";
import { likelihood } from "#app/domain/calendars/venues/venue-score.ts";
import {
  decideVenue,
  findPlacesInWords,
  type PlaceInWords,
} from "#app/domain/calendars/venues/venues.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { calendarCrumbs } from "#app/ui/calendars/kept-page.tsx";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { RadiosField } from "#app/ui/kit/forms/choice.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Empty } from "#app/ui/kit/show/empty.tsx";
import { Done } from "#app/ui/kit/show/notice.tsx";

export const loader = signedIn(async (ctx, { params, url }) => {
  const { id, name, organisation } = await showKeptCalendar(ctx, params.id ?? "");
  if (!organisation) throw redirect(paths.calendars.show(id));
  return { id, name, places: await findPlacesInWords(ctx, id), did: url.searchParams.get("did") };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const id = params.id ?? "";
  await findKeptCalendar(ctx, id);
  const form = await readForm(request, VenueForm);
  if (!form.ok) return form.reply;
  const saved = await orFormReply(form.values, () => decideVenue(ctx, id, form.value));
  return saved.ok ? redirect(`${paths.calendars.deed(id, "venues")}?did=venue`) : saved.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Places of this calendar") }];

export default function CalendarVenues() {
  const { id, name, places, did } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <Measure>
      {did && !failed && <Done>The place is saved.</Done>}
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Places of this calendar"
        breadcrumbs={calendarCrumbs({ id, name })}
        lead="A calendar writes a place in its own words. Where it means a venue that we know, say so: people then find its access and its buses. Nothing changes until you do."
      />
      {places.length === 0 && (
        <Empty title="It names no places">
          <p className="govuk-body">
            Once its events say where they are, you can match them with venues here.
          </p>
        </Empty>
      )}
      {places.map((place, at) => (
        <PlaceForm
          place={place}
          at={at}
          error={failed?.values.words === place.words ? failed.errors.venue : undefined}
          key={place.words}
        />
      ))}
    </Measure>
  );
}

/** One text, one question. The one with an error has the id that the summary links to. */
function PlaceForm({ place, at, error }: { place: PlaceInWords; at: number; error: string | undefined }) {
  const { words, events, decided, suggestions } = place;
  const choices = [
    ...suggestions.map(({ id, words, score }) => ({ value: id, label: words, hint: likelihood(score) })),
    { value: "online", label: "It is online" },
    { value: "none", label: suggestions.length > 0 ? "None of these" : "None that we know" },
  ];
  return (
    <form method="post" noValidate className="section">
      <input type="hidden" name="words" value={words} />
      <RadiosField
        name="venue"
        id={error ? "venue" : `venue-${at + 1}`}
        value={decided ?? ""}
        error={error}
        label={`“${words}”`}
        labelSize="m"
        hint={events === 1 ? "1 event" : `${events} events`}
        choices={choices}
        small
      />
      <Button manner="secondary">{decided === null ? "Save this place" : "Change this place"}</Button>
    </form>
  );
}
