import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from "react";
import { resizeColumn } from "@/components/people/columns/arrange-columns";
import {
  clampWidth,
  gridTracks,
  listWidth,
  NARROWEST_PX,
  WIDEST_PX,
  WIDTH_STEP_PX,
  widthOf,
} from "@/components/people/columns/column-widths";
import { fieldWord } from "@/components/people/columns/field-words";
import type { ListColumn } from "@/lib/saved-views/list-layout-view";

type Props = {
  column: ListColumn;
  columns: readonly ListColumn[];
  isStop: boolean;
  scroller: RefObject<HTMLElement | null>;
  onResize: (id: string, px: number | null) => void;
};

const STEPS: Record<string, number> = {
  ArrowLeft: -WIDTH_STEP_PX,
  ArrowRight: WIDTH_STEP_PX,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The edge that makes a column wider: dragged, or with the arrows. Pressed twice it is as it was. */
export function ColumnEdge({ column, columns, isStop, scroller, onResize }: Props) {
  const { id } = column;
  const grip = useRef<{ from: number; px: number } | null>(null);

  const widthOfHead = (edge: HTMLElement) => edge.parentElement?.offsetWidth ?? widthOf(column);
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onResize(id, widthOfHead(event.currentTarget) + step);
  }
  function hold(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const px = widthOfHead(event.currentTarget);
    grip.current = { from: event.clientX - px, px };
  }
  // While it is dragged only the tracks change, and no row renders.
  function pull(event: PointerEvent<HTMLElement>): void {
    if (!grip.current) return;
    grip.current.px = clampWidth(event.clientX - grip.current.from);
    const next = resizeColumn(columns, id, grip.current.px);
    scroller.current?.style.setProperty("--tracks", gridTracks(next));
    scroller.current?.style.setProperty("--list-width", `${listWidth(next)}px`);
  }
  function letGo(): void {
    const held = grip.current;
    grip.current = null;
    if (held && held.px !== widthOf(column)) onResize(id, held.px);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves has a value, which hr has not
    <span
      role="separator"
      tabIndex={isStop ? 0 : -1}
      aria-orientation="vertical"
      aria-label={`Width of ${fieldWord(id)}`}
      aria-valuenow={widthOf(column)}
      aria-valuemin={NARROWEST_PX}
      aria-valuemax={WIDEST_PX}
      aria-valuetext={`${widthOf(column)} pixels`}
      onKeyDown={onKeyDown}
      onPointerDown={hold}
      onPointerMove={pull}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onDoubleClick={() => onResize(id, null)}
      className="absolute inset-y-0 right-0 grid w-3 cursor-col-resize touch-none place-items-center rounded-sm after:h-4 after:w-px after:bg-line hover:after:h-full hover:after:w-0.5 hover:after:bg-accent"
    />
  );
}
