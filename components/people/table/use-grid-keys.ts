import { type KeyboardEvent, useState } from "react";
import type { Selection } from "@/components/people/selection/use-selection";

type Options = {
  rows: readonly { participantId: string }[];
  selected: string | null;
  onSelect: (participantId: string | null) => void;
  selection: Pick<Selection, "toggle" | "toggleRange" | "pickPage" | "clear" | "count">;
  show: (index: number) => void;
  /** Goes to the first or the last row of the whole list, loaded or not. */
  onEdge: (edge: "first" | "last") => void;
};

const STEPS: Record<string, number> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: 10,
  PageUp: -10,
};

/** Where a key leads from row `at` (-1: none yet) of `count`; null if it is no key of ours. */
export function nextIndex(key: string, at: number, count: number): number | null {
  const step = STEPS[key];
  if (step === undefined || count === 0) return null;
  if (at < 0) return 0;
  return Math.min(Math.max(at + step, 0), count - 1);
}

/**
 * Arrows, j and k move; Enter opens, Escape closes, then lets go of what is picked. Space picks the row,
 * with shift all up to it; Ctrl+A picks what is loaded. While somebody is open, moving opens the next.
 */
export function useGridKeys({ rows, selected, onSelect, selection, show, onEdge }: Options) {
  const [active, setActive] = useState<string | null>(selected);

  /** Whether the key was about picking. */
  function picks(event: KeyboardEvent): boolean {
    if (event.key === "a" && (event.ctrlKey || event.metaKey)) selection.pickPage();
    else if (event.key === " " && active !== null && event.shiftKey) selection.toggleRange(active);
    else if (event.key === " " && active !== null) selection.toggle(active);
    else return event.key === " ";
    return true;
  }
  /** Whether the key put something away: who is open first, then what is picked. */
  function leaves(event: KeyboardEvent): boolean {
    if (event.key !== "Escape") return false;
    if (selected !== null) onSelect(null);
    else if (selection.count > 0) selection.clear();
    else return false;
    return true;
  }
  function moves(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === "Enter" && active !== null) {
      onSelect(active);
      return true;
    }
    if (event.key === "Home" || event.key === "End") {
      onEdge(event.key === "Home" ? "first" : "last");
      return true;
    }
    const at = rows.findIndex((row) => row.participantId === active);
    const index = nextIndex(event.key, at, rows.length);
    const row = index === null ? undefined : rows[index];
    if (index === null || !row) return false;
    setActive(row.participantId);
    show(index);
    if (selected !== null) onSelect(row.participantId);
    return true;
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const isInHead = event.target !== event.currentTarget;
    // Keys on a head of a column are the head's; the arrow down leads from there to the rows.
    if (isInHead && event.key === "ArrowDown") event.currentTarget.focus();
    else if (isInHead && event.key !== "Escape") return;
    if (leaves(event) || picks(event) || moves(event)) event.preventDefault();
  }

  return { active, setActive, onKeyDown };
}
