import type { Clash } from "#app/domain/meetings/clashes/clash-rules.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/ui/kit/dates/date-time.ts";
import { Details } from "#app/ui/kit/show/details.tsx";
import { Notice } from "#app/ui/kit/show/notice.tsx";

/** Two series that meet at the same hour clash on every date: the next ones say enough. */
const shownAtOnce = 3;

/** What those who run a group may want to plan otherwise, each with what would help. Nothing where all is well. */
export function Clashes({ clashes }: { clashes: readonly Clash[] }) {
  if (clashes.length === 0) return null;
  const [next, later] = [clashes.slice(0, shownAtOnce), clashes.slice(shownAtOnce)];
  return (
    <Notice label="For those who run this group">
      <p className="govuk-notification-banner__heading">
        {clashes.length === 1 ? "A date to look at again" : `${clashes.length} dates to look at again`}
      </p>
      <ClashList clashes={next} />
      {later.length > 0 && (
        <Details summary={later.length === 1 ? "One more" : `${later.length} more`}>
          <ClashList clashes={later} />
        </Details>
      )}
    </Notice>
  );
}

function ClashList({ clashes }: { clashes: readonly Clash[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {clashes.map((clash) => (
        <li key={`${clash.kind} ${clash.meeting.id} ${otherIn(clash)}`}>
          <a className="govuk-link" href={paths.meeting(clash.meeting.id)}>
            {clash.meeting.title}, {formatDate(clash.meeting.heldOn)}
          </a>
          : {clashInWords(clash)}
        </li>
      ))}
    </ul>
  );
}

function otherIn(clash: Clash): string {
  if (clash.kind === "too late") return clash.board.id;
  return clash.kind === "on top" ? clash.other.id : "";
}

function clashInWords(clash: Clash): string {
  if (clash.kind === "too late") {
    const { name, heldOn, papersOn } = clash.board;
    return `What it raises comes too late for ${name} on ${formatDate(heldOn)}, whose papers go out on ${formatDate(papersOn)}. A meeting by ${formatDate(clash.inTimeBy)} would be in time.`;
  }
  if (clash.kind === "on top") return `At the same time as ${clash.other.title} ${tieInWords(clash)}`;
  return clash.isBankHoliday
    ? "A bank holiday: some who would come are away. A working day would suit more."
    : "At a weekend: offices and most boards are closed. If that is not meant, look at its date.";
}

function tieInWords({ tie, other }: Extract<Clash, { kind: "on top" }>): string {
  const whose = other.title === other.name ? "" : `of ${other.name} `;
  if (tie.why === "same group") return "of the same group. One of them is to move, or it stands there twice.";
  if (tie.why === "feeds")
    return `${whose}which is tied to this group. Another hour would let people be at both.`;
  const both = tie.shared === 1 ? "1 member is" : `${tie.shared} members are`;
  return `${whose}where ${both} the same. Another hour would let them be at both.`;
}
