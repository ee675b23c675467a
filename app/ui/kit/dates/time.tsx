import { formatDate, formatDateRange, londonParts, type When } from "./date-time.ts";

/** A moment or a day in words, machine-readable too. `format` is any function of `date-time.ts`. */
export function Time(props: { at: When; format?: (when: When) => string }) {
  const { at, format = formatDate } = props;
  return <time dateTime={machine(at)}>{format(at)}</time>;
}

/** From when to when: `Thursday 28 April 2022, 9.30am to 12.30pm`. */
export function TimeSpan(props: { start: When; end?: When | null; allDay?: boolean }) {
  return (
    <time dateTime={machine(props.start)}>
      {formatDateRange(props.start, props.end, { allDay: props.allDay ?? false })}
    </time>
  );
}

/** After a start: on the page of what has no end, so that nobody takes it for a moment. Lists leave it out. */
export function EndNotGiven() {
  return <>, end time not given</>;
}

/** A calendar leaf: the day at a glance. Name the year when it may not be this one. */
export function DateBlock({ at, showYear = false }: { at: When; showYear?: boolean }) {
  const { weekday, day, monthName, year } = londonParts(at);
  return (
    <time className="leaf" dateTime={machine(at)}>
      <span className="leaf__weekday">{weekday.slice(0, 3)} </span>
      <span className="leaf__day">{day} </span>
      <span className="leaf__month">
        {monthName.slice(0, 3)}
        {showYear && ` ${year}`}
      </span>
    </time>
  );
}

function machine(when: When): string {
  return typeof when === "string" ? when : when.toISOString();
}
