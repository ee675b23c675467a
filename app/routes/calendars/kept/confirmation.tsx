import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { showCalendarToChange } from "#app/domain/calendars/keeping/show-kept.server.ts";
import { confirmAndRead } from "#app/domain/meetings/calendar/keeping/read-now.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { calendarCrumbs } from "#app/ui/calendars/kept-page.tsx";
import { formatDateTime } from "#app/ui/kit/dates/date-time.ts";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { holdReasons } from "#db/vocabulary-diary.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { id, name, hold } = await showCalendarToChange(ctx, params.id ?? "");
  if (!hold || hold.isConfirmed) throw redirect(paths.calendars.show(id));
  return { id, name, hold };
});

export const action = signedIn(async (ctx, { params }) => {
  const id = params.id ?? "";
  const report = await confirmAndRead(ctx, id);
  if ("busy" in report) return redirect(paths.calendars.show(id, { did: "confirm-later" }));
  // Should it fail now, or say something else again, its page tells
  const isTaken = report.outcome === "changed" || report.outcome === "unchanged";
  return redirect(paths.calendars.show(id, isTaken ? { did: "confirm" } : {}));
});

export const meta: MetaFunction = () => [{ title: titleFor("Is this right?") }];

export default function ConfirmReading() {
  const { id, name, hold } = useLoaderData<typeof loader>();
  const { vanishing, ofToCome, reason, heldAt } = hold;
  const page = paths.calendars.show(id);
  return (
    <AskFirst
      title="Is this right?"
      breadcrumbs={calendarCrumbs({ id, name })}
      button={vanishing === 1 ? "Yes, withdraw 1 date" : `Yes, withdraw ${vanishing} dates`}
      manner="warning"
      keep={{ label: "No, keep everything as it is", href: page }}
    >
      <p className="govuk-body-l">
        {holdReasons[reason]}: {vanishing} of the {ofToCome} dates to come that it held.
      </p>
      <p className="govuk-body">
        The calendar said so on {formatDateTime(heldAt)}. That happens when somebody clears it up, and also
        when a program or a website fails, so nothing has changed here yet.
      </p>
      <p className="govuk-body">
        If you say yes, these dates, and the meetings that they are here, are marked as withdrawn, and those
        who follow them are told. What is past, and what people added, stays. If it is a mistake, mend it in
        your calendar.
      </p>
    </AskFirst>
  );
}
