import { type RefObject, useLayoutEffect, useState } from "react";
import type { Density } from "@/lib/saved-views/list-layout-view";

/** As `--row` in app/globals.css. */
const PX: Record<Density, number> = { compact: 36, regular: 44, tall: 56 };

/**
 * How high a row is, in pixels. The style sheet says so, by density, room and the size of text, and all rows of a list
 * are of one height: they have their places before any script runs.
 */
export function useRowHeight(scroller: RefObject<HTMLElement | null>, density: Density): number {
  const [px, setPx] = useState(PX[density]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another density is another height
  useLayoutEffect(() => {
    const { current } = scroller;
    if (!current) return;
    const measure = () => {
      const row = current.querySelector<HTMLElement>("tbody tr");
      if (row && row.offsetHeight > 0) setPx(row.offsetHeight);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, [scroller, density]);
  return px;
}
