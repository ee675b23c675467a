import { paths } from "#app/paths.ts";
import { EventTag } from "#app/ui/events/event-tag.tsx";
import { EventTime } from "#app/ui/events/event-time.tsx";
import type { Happening } from "#app/ui/events/when.ts";

export interface DatedEvent extends Happening {
  id: string;
  title: string;
  status: string;
  location: string;
}

/** The next things somebody could go to, each a line. */
export function NextDates({ events }: { events: readonly DatedEvent[] }) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {events.map((event) => (
        <li key={event.id}>
          <a className="govuk-link" href={paths.event(event.id)}>
            {event.title}
          </a>{" "}
          <EventTag status={event.status} />
          <br />
          <EventTime happening={event} />
          {event.location && `, ${event.location.split(",")[0]}`}
        </li>
      ))}
    </ul>
  );
}
