import { ArrowDown, ArrowUp } from "lucide-react";
import type { KeyboardEvent, RefObject } from "react";
import type { CardPlace } from "@/components/people/columns/card-places";
import { fieldWord } from "@/components/people/columns/field-words";
import type { Arranging } from "@/components/people/columns/use-arranging";
import type { ColumnDrag } from "@/components/people/columns/use-column-drag";
import type { SortKey } from "@/lib/list-address/list-address";
import type { ListColumn } from "@/lib/saved-views/list-layout-view";
import { cellPlace } from "./cell-places";
import { ColumnEdge } from "./column-edge";
import { isSortable, sortedAs } from "./press-head";

type Props = {
  column: ListColumn;
  columns: readonly ListColumn[];
  at: number;
  place: CardPlace | undefined;
  sort: readonly SortKey[];
  isStop: boolean;
  /** It stands over numbers, which end at the right. */
  isNumber: boolean;
  arranging: Arranging;
  drag: ColumnDrag;
  scroller: RefObject<HTMLElement | null>;
  onStop: (id: string) => void;
  onPress: (id: string, isAdding: boolean) => void;
};

const STEPS: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowRight: 1 };

/** The head of a column: pressed it orders the list, dragged it moves, and its edge makes it wider. */
export function ColumnHead({
  column,
  columns,
  at,
  place,
  sort,
  isStop,
  isNumber,
  ...props
}: Props) {
  const { arranging, drag, scroller, onStop, onPress } = props;
  const { id } = column;
  const sorted = sortedAs(sort, id);
  const Arrow = sorted?.direction === "descending" ? ArrowDown : ArrowUp;

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>): void {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = columns[at + step];
    if (event.shiftKey) arranging.move(id, at + step);
    else if (next) focusHead(event.currentTarget, next.id);
  }

  const isDropped = drag.to === at && drag.id !== null;
  return (
    <th
      scope="col"
      data-column={id}
      // Of several keys only the first is told this way; the others are told in words.
      aria-sort={sorted?.place === 1 ? sorted.direction : undefined}
      className={`${cellPlace(place)} relative ${isNumber ? "pr-4 text-right" : "text-left"} font-normal text-soft text-xs ${drag.id === id ? "opacity-60" : ""}`}
    >
      {isDropped ? (
        <span
          aria-hidden="true"
          className={`absolute inset-y-0 w-0.5 bg-accent ${drag.isAfter ? "right-0" : "-left-1"}`}
        />
      ) : null}
      <button
        type="button"
        tabIndex={isStop ? 0 : -1}
        aria-disabled={!isSortable(id) || undefined}
        aria-keyshortcuts={at === 0 ? undefined : "Shift+ArrowLeft Shift+ArrowRight"}
        onFocus={() => onStop(id)}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          if (!drag.wasDragged() && isSortable(id)) onPress(id, event.shiftKey);
        }}
        {...(at === 0 ? {} : drag.handlers(id))}
        className={`inline-flex min-h-9 max-w-full items-center gap-1 rounded-sm select-none hover:text-ink ${isSortable(id) ? "" : "cursor-default"}`}
      >
        <span className="truncate" dir="auto">
          {fieldWord(id)}
        </span>
        {sorted ? <Arrow aria-hidden="true" size={13} className="shrink-0" /> : null}
        {sorted && sort.length > 1 ? (
          <span className="font-medium text-accent tabular-nums">
            <span className="sr-only">{`, ${sorted.direction}, key `}</span>
            {sorted.place}
            <span className="sr-only">{` of ${sort.length}`}</span>
          </span>
        ) : null}
      </button>
      <ColumnEdge
        column={column}
        columns={columns}
        isStop={isStop}
        scroller={scroller}
        onResize={arranging.resize}
      />
    </th>
  );
}

function focusHead(from: HTMLElement, id: string): void {
  const heads = from.closest("tr")?.querySelectorAll<HTMLElement>("[data-column]") ?? [];
  const head = [...heads].find((each) => each.dataset.column === id);
  head?.querySelector<HTMLElement>("button")?.focus();
}
