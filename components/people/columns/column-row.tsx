import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import type { KeyboardEvent } from "react";
import type { ListColumn } from "@/lib/saved-views/list-layout-view";
import { fieldWord } from "./field-words";
import type { Arranging } from "./use-arranging";
import type { ColumnDrag } from "./use-column-drag";

type Props = {
  column: ListColumn;
  at: number;
  count: number;
  arranging: Arranging;
  drag: ColumnDrag;
  /** What is to have the focus once the columns have changed. */
  onFocusing: (elementId: string) => void;
};

const STEP =
  "grid size-8 pointer-coarse:size-11 shrink-0 place-items-center rounded-sm text-soft hover:bg-sunken hover:text-ink aria-disabled:opacity-40";

/** A column that is seen: hidden with its box, moved with its buttons or by dragging. */
export function ColumnRow({ column, at, count, arranging, drag, onFocusing }: Props) {
  const { id } = column;
  const { move, hide } = arranging;
  const word = fieldWord(id);
  const isName = id === "name";
  const isFirst = at <= 1;
  const isLast = at === count - 1;
  const mark = drag.to === at ? (drag.isAfter ? "border-b-accent" : "border-t-accent") : "";
  function step(by: -1 | 1, focusing: string): void {
    if (isName || (by < 0 ? isFirst : isLast)) return;
    onFocusing(focusing);
    move(id, at + by);
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
    if (!event.altKey || by === undefined || !(event.target instanceof HTMLElement)) return;
    event.preventDefault();
    step(by, event.target.id);
  }
  return (
    <li
      data-column={id}
      onKeyDown={onKeyDown}
      className={`flex items-center gap-1 border-transparent border-y-2 ${mark} ${drag.id === id ? "opacity-60" : ""}`}
    >
      <label className="flex min-h-9 pointer-coarse:min-h-11 min-w-0 flex-1 items-center gap-2.5 rounded-sm px-1">
        <input
          id={`column ${id}`}
          type="checkbox"
          checked
          disabled={isName}
          onChange={() => {
            onFocusing(`column ${id}`);
            hide(id);
          }}
          className="size-4 shrink-0"
        />
        <span className="min-w-0 truncate" dir="auto">
          {word}
        </span>
      </label>
      {isName ? (
        <span className="w-24 pointer-coarse:w-22 shrink-0 text-center text-soft text-xs">
          always first
        </span>
      ) : (
        <>
          <button
            type="button"
            aria-label={`Move ${word} up`}
            aria-disabled={isFirst || undefined}
            id={`up ${id}`}
            aria-keyshortcuts="Alt+ArrowUp"
            onClick={() => step(-1, `up ${id}`)}
            className={STEP}
          >
            <ArrowUp aria-hidden="true" size={15} />
          </button>
          <button
            type="button"
            aria-label={`Move ${word} down`}
            aria-disabled={isLast || undefined}
            id={`down ${id}`}
            aria-keyshortcuts="Alt+ArrowDown"
            onClick={() => step(1, `down ${id}`)}
            className={STEP}
          >
            <ArrowDown aria-hidden="true" size={15} />
          </button>
          <span
            aria-hidden="true"
            {...drag.handlers(id)}
            className="grid size-8 shrink-0 cursor-grab touch-none place-items-center text-soft pointer-coarse:hidden"
          >
            <GripVertical size={15} />
          </span>
        </>
      )}
    </li>
  );
}
