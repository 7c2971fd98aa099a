import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Rows that are drawn at first, and at each step after that. */
const STEP = 200;

/** How many rows of many are drawn. */
export type Growing = {
  shown: number;
  total: number;
  /** Draws some more. */
  grow: () => void;
  /** Draws the row at this place as well, before whatever is done next: a jump to it finds it. */
  reach: (place: number) => void;
};

/**
 * Draws the first of many rows: a page of thousands is slow to come and to scroll. `needed`: the place of a row that
 * must be there. `first`: so many are in the page that the server draws; more follow as soon as the browser draws.
 */
export function useGrowing(total: number, needed = -1, first = STEP): Growing {
  const [asked, setAsked] = useState(first);
  useEffect(() => setAsked((count) => Math.max(count, STEP)), []);
  // Paper cannot be scrolled.
  useEffect(() => {
    const drawAll = () => flushSync(() => setAsked(total));
    window.addEventListener("beforeprint", drawAll);
    return () => window.removeEventListener("beforeprint", drawAll);
  }, [total]);
  const shown = Math.min(total, Math.max(asked, needed < 0 ? 0 : needed + STEP));
  return {
    shown,
    total,
    grow: () => setAsked(shown + STEP),
    reach: (place) => {
      if (place >= shown) flushSync(() => setAsked(place + STEP));
    },
  };
}

type Group<T> = { activities: T[] };

/** The groups' first rows, `count` in all, where each group begins among all rows, and whether that is among the first. */
export function firstOf<T, G extends Group<T>>(
  groups: readonly G[],
  count: number,
): (G & { begins: number; isReached: boolean })[] {
  const total = groups.reduce((sum, { activities }) => sum + activities.length, 0);
  let begins = 0;
  return groups.map((group) => {
    const cut = {
      ...group,
      begins,
      isReached: begins < count || count >= total,
      activities: group.activities.slice(0, Math.max(0, count - begins)),
    };
    begins += group.activities.length;
    return cut;
  });
}
