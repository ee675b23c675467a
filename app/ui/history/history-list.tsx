import type { ReactNode } from "react";
import { formatDateTime } from "#app/ui/kit/dates/date-time.ts";
import { Time } from "#app/ui/kit/dates/time.tsx";
import { Table } from "#app/ui/kit/show/table.tsx";

export interface HistoryEntry {
  id: string;
  /** An instant as an ISO string. */
  at: string;
  /** What happened, as people say it: "Changed the name and kind". */
  what: string;
  /** Null: nobody in particular; it says then "The product itself" unless `what` says who. */
  who: string | null;
  /** The fields that differ, in words: labels, never JSON. Leave out what this reader may not see. */
  rows: readonly HistoryRow[];
  /** Where this version can be looked at and restored; without one it cannot. */
  href?: string | null | undefined;
}

export interface HistoryRow {
  label: string;
  before: ReactNode;
  after: ReactNode;
}

/** Every change of a record, newest first: who, when, and what stood before and after. */
export function HistoryList({ entries }: { entries: readonly HistoryEntry[] }) {
  if (entries.length === 0) return <p className="govuk-body">Nothing has been changed yet.</p>;
  return (
    <ol className="govuk-list govuk-list--spaced">
      {entries.map((entry) => (
        <Entry entry={entry} key={entry.id} />
      ))}
    </ol>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const { at, what, who, rows, href } = entry;
  return (
    <li className="section">
      <h2 className="govuk-heading-m">{what}</h2>
      <p className="govuk-body">
        {who ?? "The product itself"}, <Time at={at} format={formatDateTime} />
      </p>
      <DifferenceTable rows={rows} caption={`${what}: before and after`} />
      {href && (
        <p className="govuk-body">
          <a className="govuk-link" href={href}>
            Look at the version before this change
            <span className="govuk-visually-hidden">
              : {what}, {formatDateTime(at)}
            </span>
          </a>
        </p>
      )}
    </li>
  );
}

/** Fields side by side. `columns` names both sides: "Before" and "After" unless told. Renders nothing without rows. */
export function DifferenceTable(props: {
  rows: readonly HistoryRow[];
  caption: string;
  columns?: readonly [string, string];
}) {
  const { rows, caption, columns = ["Before", "After"] } = props;
  if (rows.length === 0) return null;
  return (
    <Table
      caption={caption}
      captionHidden
      even
      columns={["What", ...columns]}
      rows={rows.map(({ label, before, after }) => ({
        key: label,
        cells: [label, before || <Nothing key="before" />, after || <Nothing key="after" />],
      }))}
    />
  );
}

function Nothing() {
  return <span className="govuk-hint">Nothing</span>;
}
