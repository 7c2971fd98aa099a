import { FlexRender } from "@tanstack/react-table";
import { type MouseEvent, memo } from "react";
import type { CardPlace } from "@/components/people/columns/card-places";
import { BOX_PLACE, cellPlace, ROW_GRID } from "./cell-places";
import { NameCell, nameOf, type PeopleRowModel } from "./list-columns";
import { RowBox } from "./row-box";

/** What a row does when it is pressed; the same functions all the while. */
export type RowActions = {
  open: (id: string) => void;
  toggle: (id: string, isRange: boolean) => void;
};

type Props = {
  row: PeopleRowModel;
  places: ReadonlyMap<string, CardPlace>;
  index: number;
  isActive: boolean;
  isOpened: boolean;
  isPicked: boolean;
  isChanged: boolean;
  /** Why it is about to leave the list, where it is. */
  leaving: string | null;
  actions: RowActions;
};

/** One person. A press opens them, with shift it picks up to here; the keyboard is the grid's. */
export const PeopleRow = memo(function PeopleRow({ row, places, index, ...props }: Props) {
  const { isActive, isOpened, isPicked, isChanged, leaving, actions } = props;
  const look = isOpened ? "bg-tint" : isPicked ? "bg-picked" : "bg-surface hover:bg-canvas";
  function press(event: MouseEvent): void {
    if (event.shiftKey) actions.toggle(row.id, true);
    else if (event.ctrlKey || event.metaKey) actions.toggle(row.id, false);
    else actions.open(row.id);
  }
  return (
    <tr
      id={`row-${row.id}`}
      aria-rowindex={index + 2}
      aria-selected={isPicked}
      aria-current={isOpened || undefined}
      data-active={isActive || undefined}
      data-leaving={leaving === null ? undefined : true}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onClick={press}
      style={{ transform: `translateY(calc(var(--row) * ${index}))` }}
      className={`${ROW_GRID} -outline-offset-2 print:static print:transform-none! absolute inset-x-0 top-0 h-(--row) overflow-hidden border-line border-b py-1 outline-focus group-focus-visible/grid:data-active:outline-2 @2xl:py-0 ${look} ${isOpened ? "shadow-[inset_3px_0_0_var(--accent)]" : ""} ${isChanged ? "animate-glow" : ""}`}
    >
      <td className={BOX_PLACE}>
        <RowBox
          label={`Select ${nameOf(row.original)}`}
          isPicked={isPicked}
          onToggle={(isRange) => actions.toggle(row.id, isRange)}
        />
      </td>
      <PeopleCells row={row} places={places} leaving={leaving} />
    </tr>
  );
}, isSame);

/** Every change of the list makes all its rows anew; only those whose person or look is another render. */
function isSame({ row: before, ...propsBefore }: Props, { row: after, ...propsAfter }: Props) {
  return (
    before.original === after.original &&
    Object.entries(propsBefore).every(
      ([name, value]) => propsAfter[name as keyof typeof propsAfter] === value,
    )
  );
}

const PeopleCells = memo(
  function PeopleCells({ row, places, leaving }: Pick<Props, "row" | "places" | "leaving">) {
    return row.getAllCells().map((cell) => {
      const { id } = cell.column;
      const dim = leaving !== null && id !== "name" ? "grayscale" : "";
      return (
        <td key={cell.id} className={`${cellPlace(places.get(id))} ${dim}`}>
          {leaving !== null && id === "name" ? (
            <NameCell row={row.original} word={leaving} />
          ) : (
            <FlexRender cell={cell} />
          )}
        </td>
      );
    });
  },
  (before, after) =>
    before.row.original === after.row.original &&
    before.places === after.places &&
    before.leaving === after.leaving,
);
