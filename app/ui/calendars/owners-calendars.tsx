import type { KeptCalendarLine } from "#app/domain/calendars/keeping/find-mine.server.ts";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/kit/frame/page.tsx";
import { CalendarList } from "./calendar-list.tsx";

interface OwnersCalendarsProps {
  /** "groups/norwich-place-network" */
  owner: string;
  /** Null for everybody else. */
  calendars: readonly KeptCalendarLine[] | null;
}

/** On the page of a group or organisation, for who keeps its calendars: how they stand, and how to connect one. */
export function OwnersCalendars({ owner, calendars }: OwnersCalendarsProps) {
  if (!calendars) return null;
  return (
    <Section title="Where its dates come from" id="calendars">
      {calendars.length === 0 ? (
        <p className="govuk-body">
          If its dates are kept in Outlook, Google or elsewhere, you need not enter them twice.
        </p>
      ) : (
        <CalendarList calendars={calendars} ownersHidden level={3} />
      )}
      <p className="govuk-body">
        <a href={paths.calendars.new({ for: owner })}>
          {calendars.length === 0 ? "Connect a calendar" : "Connect another calendar"}
        </a>
      </p>
    </Section>
  );
}
