import type { FoundMerge } from "#app/domain/organisations/merge/find-merges.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/ui/kit/dates/date-time.ts";

/** Merges of a record, each with its history and the way back. */
export function EarlierMerges({ merges }: { merges: readonly FoundMerge[] }) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {merges.map(({ id, from, into, mergedAt, undoneAt, by }) => (
        <li key={id}>
          {from.name} into {into.name}, {formatDate(mergedAt.slice(0, 10))}
          {by ? ` by ${by}` : ""}
          {undoneAt ? `, undone ${formatDate(undoneAt.slice(0, 10))}` : ""}
          <br />
          <a className="govuk-link" href={paths.undoMerge(id)}>
            {undoneAt ? "What was put back" : "Look at it or undo it"}
            <span className="govuk-visually-hidden">: {from.name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
