import type { Differing, HeldToo, Version } from "#app/domain/meetings/calendar/find-differing.server.ts";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/kit/frame/page.tsx";
import { Notice } from "#app/ui/kit/show/notice.tsx";
import { meetingStates } from "#db/vocabulary.ts";

/** So many are told of one by one. */
const MOST = 6;

/** Where this calendar says something else than the one that had a joint meeting first. Nothing where they agree. */
export function Disagreements({ differing }: { differing: readonly Differing[] }) {
  if (differing.length === 0) return null;
  const left = differing.length - MOST;
  return (
    <Notice label="Two calendars disagree">
      <p className="govuk-notification-banner__heading">
        {differing.length === 1
          ? "1 meeting is shown as another calendar says"
          : `${differing.length} meetings are shown as another calendar says`}
      </p>
      <p className="govuk-body">
        {differing.length === 1 ? "It" : "They"} stood in the other one first, so that one decides when and
        where, and whether a meeting is held. If this calendar is right, have the other one changed. If not,
        mend it here, and this goes away.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {differing.slice(0, MOST).map(({ meetingId, title, here, shown, groups }) => (
          <li className="anywhere" key={meetingId}>
            <a className="govuk-link" href={paths.meeting(meetingId)}>
              {title}
            </a>
            <br />
            <strong>This calendar:</strong> {versionInWords(here)}
            <br />
            <strong>Shown:</strong> {versionInWords(shown)}
            {groups.length > 0 && ` (from the calendar of ${groups.join(" and ")})`}
          </li>
        ))}
      </ul>
      {left > 0 && <p className="govuk-body">… and {left} more.</p>}
    </Notice>
  );
}

/** Who else has this calendar's meetings in one of their own, for those who keep it to know and to question. */
export function AlsoHeldBy({ others }: { others: readonly HeldToo[] }) {
  if (others.length === 0) return null;
  return (
    <Section title="In other calendars too" id="joint">
      <p className="govuk-body">
        These groups have meetings of this calendar in one of their own, so they are meetings of both. What
        this calendar says decides when and where they are.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {others.map(({ slug, name, meetings }) => (
          <li key={slug}>
            <a className="govuk-link" href={paths.group(slug)}>
              {name}
            </a>
            : {meetings === 1 ? "1 meeting to come" : `${meetings} meetings to come`}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function versionInWords({ when, location, status }: Version): string {
  const state = status === "planned" ? [] : [meetingStates[status].toLowerCase()];
  return [when, ...(location ? [`at ${location}`] : []), ...state].join(", ");
}
