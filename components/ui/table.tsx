import type { ReactNode } from "react";

export type Column<Row> = {
  id: string;
  head: ReactNode;
  /** What stands before the value where each row is a card; left out: nothing. */
  label?: string;
  cell: (row: Row) => ReactNode;
  /** Classes of head and cells in the table, such as a width. */
  className?: string;
};

type Props<Row> = {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  isBusy?: boolean;
};

/** Rows with a column for each fact where there is room, and a card for each row where there is none. */
export function Table<Row>({ label, columns, rows, keyOf, isBusy = false }: Props<Row>) {
  return (
    <div className="@container">
      <table aria-label={label} aria-busy={isBusy} className={`block w-full text-sm @3xl:table`}>
        <thead className="sr-only @3xl:not-sr-only @3xl:table-header-group">
          <tr className="border-line border-b">
            {columns.map(({ id, head, className = "" }) => (
              <th
                key={id}
                scope="col"
                className={`whitespace-nowrap px-3 py-2 text-left font-normal text-soft text-xs first:pl-4 last:pr-4 ${className}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block divide-y divide-line @3xl:table-row-group">
          {rows.map((row) => (
            <tr
              key={keyOf(row)}
              className="relative grid gap-1.5 p-4 @3xl:static @3xl:table-row @3xl:p-0 @3xl:hover:bg-canvas"
            >
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { label, cell, className = "" } = column;
  return (
    <td
      className={`min-w-0 align-top [overflow-wrap:anywhere] @3xl:px-3 @3xl:py-2.5 @3xl:first:pl-4 @3xl:last:pr-4 ${label ? "grid grid-cols-[7rem_1fr] gap-3 @3xl:table-cell" : "block @3xl:table-cell"} ${className}`}
    >
      {label ? (
        <span aria-hidden="true" className="text-soft text-xs leading-5 @3xl:hidden">
          {label}
        </span>
      ) : null}
      <div className="min-w-0">{cell(row)}</div>
    </td>
  );
}
