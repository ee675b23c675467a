import type { Likely } from "#app/domain/organisations/bulk/checking/find-likely.server.ts";
import { paths } from "#app/paths.ts";
import { Table } from "#app/ui/kit/show/table.tsx";

/** New rows that may be of an organisation that is there, or of an earlier row. */
export function LikelyRows({ rows }: { rows: readonly { row: number; name: string; others: Likely[] }[] }) {
  return (
    <Table
      caption="Likely duplicates by row"
      captionHidden
      columns={["Row", "Name in the file", "May be"]}
      rows={rows.map(({ row, name, others }) => ({
        key: String(row),
        cells: [row, name, <Others others={others} key={row} />],
      }))}
    />
  );
}

function Others({ others }: { others: readonly Likely[] }) {
  return (
    <ul className="govuk-list">
      {others.map(({ slug, row, name, why }) => (
        <li key={slug ?? `row ${row}`}>
          {slug ? <a href={paths.organisation(slug)}>{name}</a> : `row ${row}, ${name}`} ({why})
        </li>
      ))}
    </ul>
  );
}
