import type { ReactNode } from "react";
import { formatDateTime, type When } from "#app/ui/kit/dates/date-time.ts";
import { Time } from "#app/ui/kit/dates/time.tsx";
import { Table } from "#app/ui/kit/show/table.tsx";

export interface VersionRow {
  label: string;
  mine: ReactNode;
  theirs: ReactNode;
}

interface BothVersionsProps {
  /** One row a field that differs, in the order of the form. `mine` is what was typed here, `theirs` what is saved now. */
  rows: readonly VersionRow[];
  /** Who saved meanwhile, where that is known and may be said. */
  by?: string | null | undefined;
  /** When they did. */
  at?: When | null | undefined;
}

/**
 * Two people edited the same thing: what the other saved stands beside what this one typed. It goes above the
 * form, which still holds every word of mine and whose hidden "seen" is now the saved version's stamp, so that
 * saving again is a choice made with both in sight. Renders nothing without rows.
 */
export function BothVersions({ rows, by, at }: BothVersionsProps) {
  if (rows.length === 0) return null;
  return (
    <section className="govuk-inset-text" aria-labelledby="both-versions">
      <h2 className="govuk-heading-m" id="both-versions">
        {by ?? "Somebody else"} changed this while you were writing
      </h2>
      <p className="govuk-body">
        {at && (
          <>
            They saved it on <Time at={at} format={formatDateTime} />.{" "}
          </>
        )}
        Nothing of yours is lost: your words are still in the form below. Compare both, put into the form what
        should stand, and save again.
      </p>
      <Table
        caption="Both versions"
        captionHidden
        even
        columns={["What", "Saved by them", "Yours, not saved yet"]}
        rows={rows.map(({ label, mine, theirs }) => ({
          key: label,
          cells: [label, theirs || <None key="theirs" />, mine || <None key="mine" />],
        }))}
      />
    </section>
  );
}

function None() {
  return <span className="govuk-hint">Nothing</span>;
}
