import type { HeldEvent } from "#app/domain/calendars/keeping/held-events.server.ts";
import type { KeptCalendar } from "#app/domain/calendars/keeping/show-kept.server.ts";
import { paths } from "#app/paths.ts";
import { EventTime } from "#app/ui/events/event-time.tsx";
import { formatDateTime } from "#app/ui/kit/dates/date-time.ts";
import { LinkButton } from "#app/ui/kit/forms/button.tsx";
import { Section } from "#app/ui/kit/frame/page.tsx";
import { Notice } from "#app/ui/kit/show/notice.tsx";
import { holdReasons } from "#db/vocabulary-diary.ts";
import { whomToAsk } from "./sharing.tsx";

/** What somebody has to know or answer about a calendar, on top of its page. */
export function Question({ calendar }: { calendar: KeptCalendar }) {
  const { id, kind, state, problem, problemSince, hold } = calendar;
  const canMove = calendar.mayChangeForAll && (kind === "address" || kind === "caldav");
  if (state === "failing" && problem)
    return (
      <Notice label="Cannot be read">
        <p className="govuk-notification-banner__heading">
          We cannot read this calendar{problemSince && ` since ${formatDateTime(problemSince)}`}.
        </p>
        <p className="govuk-body anywhere">{problem}</p>
        <p className="govuk-body">
          What it last said stays, and nothing is lost. We try again by ourselves, and write to you when it
          lasts.{canMove && " If it has moved, or its password is another one, "}
          {canMove && <a href={paths.calendars.deed(id, "source")}>say where it is kept now</a>}
          {canMove && "."}
        </p>
      </Notice>
    );
  if (!hold) return null;
  if (hold.isConfirmed)
    return (
      <Notice>
        <p className="govuk-body">
          Somebody has said that the new text is right. The calendar is being read again.
        </p>
      </Notice>
    );
  return (
    <Notice label="Is this right?">
      <p className="govuk-notification-banner__heading">
        {holdReasons[hold.reason]}: {hold.vanishing} of the {hold.ofToCome} dates to come that it held.
      </p>
      <p className="govuk-body">
        The calendar said so on {formatDateTime(hold.heldAt)}.{" "}
        {hold.reason === "emptied"
          ? "Nothing has changed here yet. If it says the same for an hour, they are withdrawn."
          : "Until somebody confirms it, everything stays as it was."}{" "}
        If it is a mistake, mend it in your calendar: then this goes away by itself.
      </p>
      {calendar.mayChangeForAll ? (
        <LinkButton href={paths.calendars.deed(id, "confirmation")}>Look at it and decide</LinkButton>
      ) : (
        <p className="govuk-body">To have it decided, {whomToAsk(calendar)}.</p>
      )}
    </Notice>
  );
}

/** Events without a title, which nobody else sees yet. */
export function HeldEvents({ calendar }: { calendar: KeptCalendar }) {
  const { id, heldEvents, mayChangeForAll } = calendar;
  if (heldEvents.length === 0) return null;
  return (
    <Section
      title={heldEvents.length === 1 ? "1 event has no title" : `${heldEvents.length} events have no title`}
      id="held"
    >
      <p className="govuk-body">
        Nobody else sees {heldEvents.length === 1 ? "it" : "them"} until you give a title, or say that it may
        be shown without one.{!mayChangeForAll && ` That is not yours to say alone: ${whomToAsk(calendar)}.`}
      </p>
      <ul className="govuk-list govuk-list--spaced">
        {heldEvents.map((event) => (
          <li key={event.id}>
            {mayChangeForAll ? (
              <a className="govuk-link" href={paths.calendars.held(id, event.id)}>
                <HeldDates event={event} />
              </a>
            ) : (
              <HeldDates event={event} />
            )}
            {event.location && <span className="anywhere">, {event.location}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** When an event is: its first dates, as it has no other name. */
export function HeldDates({ event: { dates, more } }: { event: HeldEvent }) {
  const [first] = dates;
  if (!first) return <>An event without a date to come</>;
  const others = dates.length - 1 + more;
  return (
    <>
      <EventTime happening={first} />
      {others > 0 && (others === 1 ? " and 1 more date" : ` and ${others} more dates`)}
    </>
  );
}
