import { type PointerEvent, useRef, useState } from "react";

const BEGINS_PX = 6;

type Dragging = { id: string | null; to: number; isAfter: boolean };
const IDLE: Dragging = { id: null, to: -1, isAfter: false };

/**
 * Moves a column by dragging, with the mouse or a pen; a finger scrolls. `axis`: whether the columns stand
 * side by side, as heads, or below each other.
 */
export function useColumnDrag(move: (id: string, to: number) => void, axis: "x" | "y" = "x") {
  const [dragging, setDragging] = useState<Dragging>(IDLE);
  const start = useRef<{ id: string; at: number } | null>(null);
  const coordinate = (event: PointerEvent) => (axis === "x" ? event.clientX : event.clientY);
  const now = useRef<Dragging>(IDLE);
  const dragged = useRef(false);

  function set(next: Dragging): void {
    now.current = next;
    setDragging(next);
  }
  function onMove(event: PointerEvent<HTMLElement>): void {
    if (!start.current) return;
    if (now.current.id === null && Math.abs(coordinate(event) - start.current.at) < BEGINS_PX)
      return;
    const { id } = start.current;
    event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = true;
    const next = placeUnder(event.currentTarget, id, axis, coordinate(event));
    const { to, isAfter, id: was } = now.current;
    if (was !== id || next.to !== to || next.isAfter !== isAfter) set({ id, ...next });
  }
  function end(isDropped: boolean): void {
    const { id, to } = now.current;
    start.current = null;
    set(IDLE);
    if (isDropped && id !== null && to >= 0) move(id, to);
  }

  return {
    ...dragging,
    /** Whether the click that comes now only ends a drag. */
    wasDragged(): boolean {
      const was = dragged.current;
      dragged.current = false;
      return was;
    },
    handlers: (id: string) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        dragged.current = false;
        if (event.button === 0 && event.pointerType !== "touch") {
          start.current = { id, at: coordinate(event) };
        }
      },
      onPointerMove: onMove,
      onPointerUp: () => end(true),
      onPointerCancel: () => end(false),
    }),
  };
}

export type ColumnDrag = ReturnType<typeof useColumnDrag>;

/** The place that a column gets when it is let go of there: never before the name. */
function placeUnder(
  held: HTMLElement,
  id: string,
  axis: "x" | "y",
  at: number,
): Omit<Dragging, "id"> {
  const all = held.closest("tr, ul")?.querySelectorAll<HTMLElement>("[data-column]") ?? [];
  const columns = [...all];
  const from = columns.findIndex((each) => each.dataset.column === id);
  const under = columns.findLastIndex((each) => {
    const { left, top } = each.getBoundingClientRect();
    return (axis === "x" ? left : top) <= at;
  });
  const to = Math.max(under, 1);
  return { to: to === from ? -1 : to, isAfter: to > from };
}
