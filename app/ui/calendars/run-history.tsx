import type { Run } from "#app/domain/calendars/keeping/show-kept.server.ts";
import { formatDateTime } from "#app/ui/kit/dates/date-time.ts";
import { Table } from "#app/ui/kit/show/table.tsx";
import { type RunOutcome, runOutcomes, runTriggers } from "#db/vocabulary-diary.ts";

const kinds: Record<string, (count: number) => string> = {
  private: (count) => `${count} private`,
  vtodo: (count) => (count === 1 ? "1 task" : `${count} tasks`),
  vjournal: (count) => (count === 1 ? "1 journal entry" : `${count} journal entries`),
  vfreebusy: (count) => `${count} free or busy`,
  unmatched: (count) => `${dates(count)} that no rule takes`,
  untitled: (count) => `${dates(count)} without a title`,
};

const dates = (count: number) => (count === 1 ? "1 date" : `${count} dates`);

interface RunHistoryProps {
  runs: readonly Run[];
  quietRuns: number;
  /** Its dates are meetings of groups. */
  isOfGroups: boolean;
  /** Nobody reads a file but when it is sent. */
  isFile: boolean;
}

/** The readings that changed something, were held or failed, and those that were good again after that. */
export function RunHistory({ runs, quietRuns, isOfGroups, isFile }: RunHistoryProps) {
  return (
    <>
      {runs.length === 0 && <p className="govuk-body">Nothing has changed since it was connected.</p>}
      {runs.length > 0 && (
        <Table
          caption="What each reading did, the newest first"
          captionHidden
          columns={["When", "How it ended", "What it did"]}
          rows={runs.map((run) => ({
            key: run.id,
            cells: [
              `${formatDateTime(run.at)} (${runTriggers[run.trigger].toLowerCase()})`,
              endOf(run),
              <span className="anywhere" key="what">
                {run.problem ?? (run.outcome === "held" ? "Nothing yet" : deedsOf(run, isOfGroups))}
              </span>,
            ],
          }))}
        />
      )}
      {quietRuns > 0 && !isFile && (
        <p className="govuk-body">
          Since then it was read {quietRuns === 1 ? "once more" : `${quietRuns} times more`}, and said nothing
          new.
        </p>
      )}
    </>
  );
}

const again: Record<"held" | "failed", Partial<Record<RunOutcome, string>>> = {
  failed: { changed: "Works again, with changes", unchanged: "Works again, nothing new" },
  held: {
    changed: "No longer held: read, with changes",
    unchanged: "No longer held: it says again what it said before",
  },
};

const endOf = ({ ends, outcome }: Run): string => (ends && again[ends][outcome]) || runOutcomes[outcome];

/** "Meetings: 17 new, 1 withdrawn; 2 notices; left out: 2 dates that no rule takes" */
function deedsOf({ added, changed, withdrawn, notices, leftOut }: Run, isOfGroups: boolean): string {
  const left = Object.entries(leftOut).map(([kind, count]) => kinds[kind]?.(count) ?? `${count} ${kind}`);
  const done = [
    added > 0 && `${added} new`,
    changed > 0 && `${changed} changed`,
    withdrawn > 0 && `${withdrawn} withdrawn`,
  ].filter(Boolean);
  const parts = [
    done.length > 0 && `${isOfGroups ? "Meetings" : "Dates"}: ${done.join(", ")}`,
    notices > 0 && (notices === 1 ? "1 notice" : `${notices} notices`),
    left.length > 0 && `left out: ${left.join(", ")}`,
  ].filter(Boolean);
  return parts.join("; ") || "Nothing";
}
