import type { CellChange } from "#app/domain/organisations/bulk/checking/check-rows.ts";
import { paths } from "#app/paths.ts";
import { Table } from "#app/ui/kit/show/table.tsx";

/** What a file would change of organisations that are here: each cell as it is, and as it would be. The link works in every state. */
export function CellChanges({ changes }: { changes: readonly CellChange[] }) {
  return (
    <Table
      caption="Changes by row"
      captionHidden
      columns={["Row", "Organisation", "Column", "Now", "Then"]}
      rows={changes.map(({ row, slug, name, column, before, after }) => ({
        key: `${row} ${column}`,
        cells: [
          row,
          <a href={paths.organisationHistory(slug)} key="name">
            {name}
          </a>,
          column,
          before || "nothing",
          after || "nothing",
        ],
      }))}
    />
  );
}
