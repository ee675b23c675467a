import { paths } from "#app/paths.ts";
import { formatDate } from "#app/ui/kit/dates/date-time.ts";
import { DateBlock } from "#app/ui/kit/dates/time.tsx";
import { EventTag } from "./event-tag.tsx";
import { groupByDay, type Happening, isOver, timeInWords } from "./when.ts";

export interface ListedEvent extends Happening {
  id: string;
  title: string;
  status: string;
  location: string;
  onlineUrl: string | null;
  cost: string;
  organisation: { name: string } | null;
  place: { name: string } | null;
}

interface EventDaysProps {
  events: readonly ListedEvent[];
  /** The first day of the list: what began before it stands under it. */
  from: string;
  /** The moment of reading: what is over by then says so. */
  now?: string | undefined;
  /** Of the headings of the days. */
  level?: 2 | 3;
}

/** What is on, day by day: a leaf of the calendar, and beside it what happens. */
export function EventDays({ events, from, now, level = 2 }: EventDaysProps) {
  const Heading = `h${level}` as const;
  return groupByDay(events, from).map((group) => (
    <section className="card card--leaf day" key={group.day}>
      <div aria-hidden="true">
        <DateBlock at={group.day} />
      </div>
      <div className="card__body">
        <Heading className="card__title">{formatDate(group.day)}</Heading>
        <ul className="govuk-list govuk-list--spaced day__events">
          {group.events.map((event) => (
            <EventLine
              event={event}
              day={group.day}
              isFinished={now !== undefined && isOver(event, now)}
              key={event.id}
            />
          ))}
        </ul>
      </div>
    </section>
  ));
}

function EventLine(props: { event: ListedEvent; day: string; isFinished: boolean }) {
  const { event, day, isFinished } = props;
  const where = event.location || event.place?.name || (event.onlineUrl ? "Online" : "");
  const time = timeInWords(event, day);
  const facts = [isFinished ? `${time}, finished` : time, where, event.cost, event.organisation?.name];
  return (
    <li className={isFinished ? "day__finished" : undefined}>
      <a className="govuk-link" href={paths.event(event.id)}>
        {event.status === "cancelled" ? <s>{event.title}</s> : event.title}
      </a>{" "}
      <EventTag status={event.status} />
      <br />
      {facts.filter(Boolean).join(" · ")}
    </li>
  );
}
