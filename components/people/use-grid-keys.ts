import { type KeyboardEvent, useState } from "react";

type Options = {
  rows: readonly { participantId: string }[];
  selected: string | null;
  onSelect: (participantId: string | null) => void;
  show: (index: number) => void;
};

const STEPS: Record<string, number> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Where a key leads from row `at` (-1: none yet) of `count`; null if it is no key of ours. */
export function nextIndex(key: string, at: number, count: number): number | null {
  const step = STEPS[key];
  if (step === undefined || count === 0) return null;
  if (at < 0 && Number.isFinite(step)) return 0;
  return Math.min(Math.max(at + step, 0), count - 1);
}

/** Arrows, j and k move; Enter opens, Escape closes. While somebody is open, moving opens the next. */
export function useGridKeys({ rows, selected, onSelect, show }: Options) {
  const [active, setActive] = useState<string | null>(selected);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && selected !== null) {
      event.preventDefault();
      onSelect(null);
      return;
    }
    // Keys on a head of a column are the head's.
    if (event.target !== event.currentTarget && event.key === "Enter") return;
    if (event.key === "Enter" && active !== null) {
      event.preventDefault();
      onSelect(active);
      return;
    }
    const at = rows.findIndex((row) => row.participantId === active);
    const index = nextIndex(event.key, at, rows.length);
    const row = index === null ? undefined : rows[index];
    if (index === null || !row) return;
    event.preventDefault();
    setActive(row.participantId);
    show(index);
    if (selected !== null) onSelect(row.participantId);
  }

  return { active, setActive, onKeyDown };
}
