import type { WaitingChange } from "#app/domain/organisations/keeping/waiting-changes.server.ts";
import { paths } from "#app/paths.ts";
import { DifferenceTable } from "#app/ui/history/history-list.tsx";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import { Section } from "#app/ui/kit/frame/page.tsx";
import { caseStates } from "#db/vocabulary-keeping.ts";

/** Changes that somebody has yet to approve: what stands now and what would stand. */
export function WaitingChanges({ changes, slug }: { changes: readonly WaitingChange[]; slug: string }) {
  if (changes.length === 0) return null;
  return (
    <Section title="Waiting for approval">
      <p className="govuk-body">
        What is published stays as it is until the network’s lead or the Assembly team approves this.
      </p>
      {changes.map(({ id, title, state, since, differences }) => (
        <div key={id}>
          <h3 className="govuk-heading-s">{title}</h3>
          <p className="govuk-body">
            Since {formatDay(since)}
            {state === "asked" && ` · ${caseStates.asked}: look into your e-mail`}
          </p>
          <DifferenceTable rows={differences} caption={title} columns={["Published", "Waiting"]} />
          <p className="govuk-body">
            <a className="govuk-link" href={paths.withdrawChange(slug, id)}>
              Withdraw this change
            </a>
          </p>
        </div>
      ))}
    </Section>
  );
}
