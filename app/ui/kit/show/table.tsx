import type { ReactNode } from "react";
import { classNames } from "#app/ui/kit/class-names.ts";

interface TableProps {
  caption: string;
  /** Keeps the caption for screen readers when a heading above already says it. */
  captionHidden?: boolean;
  columns: readonly string[];
  /** Each row's cells in the order of the columns; the first cell heads its row. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  /** Columns of one width, for texts to be compared; their lines stay as typed. */
  even?: boolean;
}

/** Facts to compare. On a narrow screen each row becomes a block with its column's name before each cell. */
export function Table({ caption, captionHidden, columns, rows, even }: TableProps) {
  return (
    <table className={classNames("govuk-table stacking-table", even && "stacking-table--even")}>
      <caption
        className={captionHidden ? "govuk-visually-hidden" : "govuk-table__caption govuk-table__caption--m"}
      >
        {caption}
      </caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {columns.map((column) => (
            <th scope="col" className="govuk-table__header" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map(({ key, cells }) => (
          <tr className="govuk-table__row" key={key}>
            {cells.map((cell, place) =>
              place === 0 ? (
                <th scope="row" className="govuk-table__header" key={columns[place]}>
                  {cell}
                </th>
              ) : (
                <td className="govuk-table__cell" data-column={columns[place]} key={columns[place]}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
