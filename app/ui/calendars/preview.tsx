import type { Preview, PreviewLine } from "#app/domain/calendars/doctor/preview.ts";
import { EventTag } from "#app/ui/events/event-tag.tsx";
import { EventTime } from "#app/ui/events/event-time.tsx";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import { Section } from "#app/ui/kit/frame/page.tsx";
import { Tag } from "#app/ui/kit/show/tag.tsx";
import { Notices } from "./notices.tsx";

/** What would come in, for its owner to look at before it does. */
export function PreviewList({ preview, isRuled }: { preview: Preview; isRuled: boolean }) {
  const { lines, more, isNextMonth, toCome } = preview;
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
          <Line line={line} isRuled={isRuled} key={`${line.start} ${line.title} ${line.location}`} />
        ))}
      </ul>
      {more > 0 && <p className="govuk-body">… and {more} more within a month.</p>}
    </Section>
  );
}

/** `isRuled`: not every event is taken. */
function Line({ line, isRuled }: { line: PreviewLine; isRuled: boolean }) {
  const { title, location, isOnline, status, fate } = line;
  const where = location || (isOnline ? "Online" : "");
  return (
    <li>
      <strong className="anywhere">{title}</strong> <EventTag status={status} />{" "}
      {fate === "untitled" && <Tag colour="yellow">Waits for a title</Tag>}
      {fate === "unmatched" && <Tag>Not taken</Tag>}
      <br />
      <EventTime happening={line} inFull />
      {where && <span className="anywhere">, {where}</span>}
      {fate === "untitled" && isRuled && (
        <span className="govuk-hint"> Once it has one, the rule decides whether it is taken.</span>
      )}
    </li>
  );
}

/** What does not come in and why, and what we noticed on the way. */
export function LeftOut({ preview }: { preview: Preview }) {
  const { leftOut, notices, moreNotices } = preview;
  return (
    <>
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

/** "12 events with 18 dates, the last on 3 June 2027" */
export function comingInWords({ toCome, events, until }: Preview): string {
  if (toCome === 0 || !until) return "Nothing";
  if (toCome === 1) return `1 event, on ${formatDay(until)}`;
  const last = `the last on ${formatDay(until)}`;
  if (events === toCome) return `${toCome} events, ${last}`;
  return `${events === 1 ? "1 event" : `${events} events`} with ${toCome} dates, ${last}`;
}

/**
 * What becomes of the dates, in the words of the history that follows: "17 meetings of Norwich Place Board, of which 1
 * is over; left out: 2 dates that no rule takes". `group` is null for an organisation.
 */
export function takenInWords({ fates, past }: Preview, group: string | null): string {
  const kind = (count: number) =>
    group ? (count === 1 ? "meeting" : "meetings") : count === 1 ? "date" : "dates";
  const taken = `${fates.taken} ${kind(fates.taken)}${group ? ` of ${group}` : ""}`;
  const over = past > 0 ? `, of which ${past} ${past === 1 ? "is" : "are"} over` : "";
  const left = [
    fates.unmatched > 0 && `${datesInWords(fates.unmatched)} that no rule takes`,
    fates.untitled > 0 && `${datesInWords(fates.untitled)} without a title`,
  ].filter(Boolean);
  return `${taken}${over}${left.length > 0 ? `; left out: ${left.join(", ")}` : ""}`;
}

const datesInWords = (count: number) => (count === 1 ? "1 date" : `${count} dates`);
