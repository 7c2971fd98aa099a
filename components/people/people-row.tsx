import { memo } from "react";
import { CELL_PLACES, type PeopleRowModel, type PeopleTableModel, ROW_GRID } from "./list-columns";

type Props = {
  table: PeopleTableModel;
  row: PeopleRowModel;
  index: number;
  top: number;
  measure: (element: HTMLElement | null) => void;
  isActive: boolean;
  isSelected: boolean;
  isChanged: boolean;
  onPick: () => void;
};

/** One person. A press anywhere on the row opens them; the keyboard is the grid's. */
export function PeopleRow({ table, row, index, top, measure, onPick, ...is }: Props) {
  const look = is.isSelected ? "bg-tint" : "hover:bg-canvas";
  return (
    <tr
      ref={measure}
      id={`row-${row.id}`}
      aria-rowindex={index + 2}
      aria-selected={is.isSelected}
      data-index={index}
      data-active={is.isActive || undefined}
      onClick={onPick}
      style={{ transform: `translateY(${top}px)` }}
      className={`${ROW_GRID} -outline-offset-2 absolute inset-x-0 top-0 min-h-14 border-line border-b py-2 outline-focus group-focus-visible/grid:data-active:outline-2 ${look} ${is.isChanged ? "animate-glow" : ""}`}
    >
      <PeopleCells table={table} row={row} />
    </tr>
  );
}

/** Rendered again only when this person is another: every change of the list renders the whole table. */
const PeopleCells = memo(
  function PeopleCells({ table, row }: Pick<Props, "table" | "row">) {
    return row.getAllCells().map((cell) => (
      <td key={cell.id} className={CELL_PLACES[cell.column.id]}>
        <table.FlexRender cell={cell} />
      </td>
    ));
  },
  (before, after) => before.row.original === after.row.original,
);
