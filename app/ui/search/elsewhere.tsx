import { paths } from "#app/paths.ts";
import type { ListedEvent } from "#app/ui/events/event-days.tsx";
import { EventTime } from "#app/ui/events/event-time.tsx";
import { Section } from "#app/ui/kit/frame/page.tsx";
import { CardList } from "#app/ui/kit/show/card.tsx";
import { type ListedOpportunity, OpportunityCard } from "#app/ui/opportunities/opportunity-card.tsx";

interface ElsewhereProps {
  events: readonly ListedEvent[];
  opportunities: readonly ListedOpportunity[];
}

/** What else is called by the words of a search, below its services. */
export function Elsewhere({ events, opportunities }: ElsewhereProps) {
  return (
    <>
      {events.length > 0 && (
        <Section title="Also on">
          <ul className="govuk-list govuk-list--spaced">
            {events.map((event) => (
              <li key={event.id}>
                <a className="govuk-link" href={paths.event(event.id)}>
                  {event.title}
                </a>
                <br />
                <EventTime happening={event} />
                {whereAndWho(event)}
              </li>
            ))}
          </ul>
          <p className="govuk-body">
            <a href={paths.whatsOn()}>Everything that is on</a>
          </p>
        </Section>
      )}
      {opportunities.length > 0 && (
        <Section title="Opportunities">
          <CardList>
            {opportunities.map((opportunity) => (
              <OpportunityCard opportunity={opportunity} level={3} key={opportunity.slug} />
            ))}
          </CardList>
          <p className="govuk-body">
            <a href={paths.opportunities()}>All opportunities</a>
          </p>
        </Section>
      )}
    </>
  );
}

const whereAndWho = ({ location, place, organisation }: ListedEvent) =>
  [location || place?.name, organisation?.name].flatMap((fact) => (fact ? [` · ${fact}`] : [])).join("");
