import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pauseCalendar } from "#app/domain/calendars/keeping/pause.server.ts";
import { showCalendarToChange } from "#app/domain/calendars/keeping/show-kept.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { calendarCrumbs } from "#app/ui/calendars/kept-page.tsx";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { id, name, state } = await showCalendarToChange(ctx, params.id ?? "");
  if (state === "paused" || state === "disconnected") throw redirect(paths.calendars.show(id));
  return { id, name };
});

export const action = signedIn(async (ctx, { params }) => {
  await pauseCalendar(ctx, params.id ?? "");
  return redirect(paths.calendars.show(params.id ?? "", { did: "pause" }));
});

export const meta: MetaFunction = () => [{ title: titleFor("Pause this calendar?") }];

export default function PauseCalendar() {
  const { id, name } = useLoaderData<typeof loader>();
  const page = paths.calendars.show(id);
  return (
    <AskFirst
      title="Pause this calendar?"
      breadcrumbs={calendarCrumbs({ id, name })}
      button="Pause it"
      keep={{ label: "Go on reading it", href: page }}
    >
      <p className="govuk-body">
        It is not read until you begin again. What it brought stays as it is, and does not follow changes.
      </p>
    </AskFirst>
  );
}
