import { zoneInWords } from "#app/domain/calendars/keeping/default-zone.ts";
import { ruleInWords } from "#app/domain/calendars/keeping/match-rule.ts";
import type { KeptCalendar } from "#app/domain/calendars/keeping/show-kept.server.ts";
import { paths } from "#app/paths.ts";
import { formatDateTime, formatDay } from "#app/ui/kit/dates/date-time.ts";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";
import { calendarKinds } from "#db/vocabulary.ts";
import { runOutcomes } from "#db/vocabulary-diary.ts";
import { lastWord } from "./calendar-list.tsx";
import { CalendarTag } from "./state-tag.tsx";

/** How a calendar stands, where it is kept, and whose it is. */
export function KeptFacts({ calendar }: { calendar: KeptCalendar }) {
  const { id, kind, state, sourceShown, account, connectedBy, connectedAt, organisation } = calendar;
  const { mayChangeForAll } = calendar;
  const isOpen = state !== "disconnected";
  const change = (deed: string) =>
    isOpen ? { label: "Change", href: paths.calendars.deed(id, deed) } : undefined;
  return (
    <SummaryList
      rows={[
        { key: "State", value: <CalendarTag state={state} /> },
        { key: lastWord(calendar.lastOutcome === "failed"), value: lastRunInWords(calendar) },
        { key: "Next", value: nextInWords(calendar) },
        {
          key: "Kept at",
          value: `${sourceShown} (${calendarKinds[kind]})`,
          action:
            mayChangeForAll && kind !== "file" ? change(kind === "upload" ? "upload" : "source") : undefined,
        },
        { key: "Signs in as", value: account },
        {
          key: "Time zone",
          value: `Times that name no zone, or one that nobody knows, are read as ${zoneInWords(calendar.defaultZone)}, unless the calendar names one zone for all of them.`,
          action: mayChangeForAll ? change("zone") : undefined,
        },
        { key: "Connected", value: `${formatDay(connectedAt)}${connectedBy ? ` by ${connectedBy}` : ""}` },
        {
          key: "Whose events",
          value: organisation && <a href={paths.organisation(organisation.slug)}>{organisation.name}</a>,
        },
        {
          key: "Whose meetings",
          value: calendar.groups.length > 0 && <Groups calendar={calendar} />,
          action: change("groups"),
        },
        {
          key: "Which events",
          value: calendar.groups.length > 0 && <Rules calendar={calendar} />,
          action: change("rule"),
        },
      ]}
    />
  );
}

function Groups({ calendar }: { calendar: KeptCalendar }) {
  return (
    <ul className="govuk-list">
      {calendar.groups.map(({ slug, name }) => (
        <li key={slug}>
          <a href={paths.group(slug)}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

function Rules({ calendar: { groups } }: { calendar: KeptCalendar }) {
  const [only] = groups;
  if (only && groups.length === 1) return <>{ruleInWords(only.match)}</>;
  return (
    <ul className="govuk-list">
      {groups.map(({ slug, name, match }) => (
        <li key={slug}>
          {name}: {ruleInWords(match)}
        </li>
      ))}
    </ul>
  );
}

function lastRunInWords({ lastRunAt, lastOutcome, lastReadAt }: KeptCalendar): string {
  if (!lastRunAt) return lastReadAt ? formatDateTime(lastReadAt) : "Not yet";
  return `${formatDateTime(lastRunAt)}${lastOutcome ? `: ${runOutcomes[lastOutcome].toLowerCase()}` : ""}`;
}

function nextInWords({ kind, state, nextRun, pausedAt }: KeptCalendar): string {
  if (state === "disconnected") return "Never: it is disconnected";
  if (pausedAt) return `Not while it is paused, since ${formatDay(pausedAt)}`;
  if (kind === "upload") return "When you send a new file";
  return nextRun ?? "By and by";
}
