import type { Fault } from "#app/domain/organisations/bulk/checking/check-rows.ts";
import { Table } from "#app/ui/kit/show/table.tsx";

/** Bad cells: where each is, what it says, what to write instead. */
export function Faults({ faults }: { faults: readonly Fault[] }) {
  return (
    <Table
      caption="Faults by row"
      captionHidden
      columns={["Row", "Column", "It says", "What is wrong"]}
      rows={faults.map(({ row, column, value, reason }, at) => ({
        key: `${row} ${column} ${at}`,
        cells: [row, column || "–", value || "nothing", reason],
      }))}
    />
  );
}
