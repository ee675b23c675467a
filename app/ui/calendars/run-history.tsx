import type { Run } from "#app/domain/calendars/keeping/show-kept.server.ts";
import { formatDateTime } from "#app/ui/kit/dates/date-time.ts";
import { Table } from "#app/ui/kit/show/table.tsx";
import { runOutcomes, runTriggers } from "#db/vocabulary-diary.ts";

const kinds: Record<string, string> = {
  private: "private",
  vtodo: "tasks",
  vjournal: "journal entries",
  vfreebusy: "free or busy",
};

/** The readings that changed something, were held or failed. */
export function RunHistory({ runs, quietRuns }: { runs: readonly Run[]; quietRuns: number }) {
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
              runOutcomes[run.outcome],
              <span className="anywhere" key="what">
                {run.problem ?? (run.outcome === "held" ? "Nothing yet" : deedsOf(run))}
              </span>,
            ],
          }))}
        />
      )}
      {quietRuns > 0 && (
        <p className="govuk-body">
          Since then it was read {quietRuns === 1 ? "once more" : `${quietRuns} times more`}, and said nothing
          new.
        </p>
      )}
    </>
  );
}

function deedsOf({ added, changed, withdrawn, notices, leftOut }: Run): string {
  const left = Object.entries(leftOut).map(([kind, count]) => `${count} ${kinds[kind] ?? kind}`);
  const parts = [
    added > 0 && `${added} new`,
    changed > 0 && `${changed} changed`,
    withdrawn > 0 && `${withdrawn} withdrawn`,
    notices > 0 && (notices === 1 ? "1 notice" : `${notices} notices`),
    left.length > 0 && `left out: ${left.join(", ")}`,
  ].filter(Boolean);
  return parts.join("; ") || "Nothing";
}
