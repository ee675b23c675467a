import type { Preview, PreviewLine } from "#app/domain/calendars/doctor/preview.ts";
import { EventTag } from "#app/ui/events/event-tag.tsx";
import { EventTime } from "#app/ui/events/event-time.tsx";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import { Section } from "#app/ui/kit/frame/page.tsx";
import { Tag } from "#app/ui/kit/show/tag.tsx";
import { Notices } from "./notices.tsx";

/** What would come in, for its owner to look at before it does. */
export function PreviewList({ preview }: { preview: Preview }) {
  const { lines, more, isNextMonth, toCome, matching } = preview;
  return (
    <Section title={isNextMonth ? "The next month" : "What comes next"}>
      {toCome === 0 && (
        <p className="govuk-body">
          Nothing is to come in this calendar. You can connect it all the same: what you add to it later comes
          in.
        </p>
      )}
      <ul className="govuk-list govuk-list--spaced">
        {lines.map((line) => (
          <Line line={line} sorted={matching < toCome} key={`${line.start} ${line.title} ${line.location}`} />
        ))}
      </ul>
      {more > 0 && <p className="govuk-body">… and {more} more within a month.</p>}
    </Section>
  );
}

function Line({ line, sorted }: { line: PreviewLine; sorted: boolean }) {
  const { title, location, isOnline, status, isUntitled, isMatch } = line;
  const where = location || (isOnline ? "Online" : "");
  return (
    <li>
      <strong className="anywhere">{title}</strong> <EventTag status={status} />{" "}
      {isUntitled && <Tag colour="yellow">Waits for a title</Tag>}{" "}
      {sorted && !isMatch && <Tag>Not taken</Tag>}
      <br />
      <EventTime happening={line} inFull />
      {where && <span className="anywhere">, {where}</span>}
    </li>
  );
}

/** What does not come in and why, and what we noticed on the way. */
export function LeftOut({ preview }: { preview: Preview }) {
  const { leftOut, past, notices, moreNotices } = preview;
  return (
    <>
      {past > 0 && (
        <p className="govuk-body">
          {past === 1 ? "One event" : `${past} events`} of the last month {past === 1 ? "comes" : "come"} in
          too, as over.
        </p>
      )}
      {leftOut.length > 0 && (
        <Section title="What stays outside">
          <ul className="govuk-list govuk-list--bullet">
            {leftOut.map(({ count, what }) => (
              <li key={what}>
                {what}: {count}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {notices.length > 0 && (
        <Section title="What we noticed">
          <Notices notices={notices} more={moreNotices} />
        </Section>
      )}
    </>
  );
}

/** "14 events, the last on 3 June 2027" */
export function comingInWords({ toCome, until }: Preview): string {
  if (toCome === 0 || !until) return "None";
  return toCome === 1
    ? `1 event, on ${formatDay(until)}`
    : `${toCome} events, the last on ${formatDay(until)}`;
}
