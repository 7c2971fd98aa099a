import { type RefObject, useLayoutEffect, useState } from "react";
import type { Density } from "@/lib/saved-views/list-layout-view";

/** As `--row` in app/globals.css. */
const PX: Record<Density, number> = { compact: 36, regular: 44, tall: 56 };

/**
 * How high a row is, in pixels. The style sheet says so, by density, room and the size of text, and all rows of a list
 * are of one height: they have their places before any script runs.
 */
export function useRowHeight(
  scroller: RefObject<HTMLElement | null>,
  density: Density,
  isEmpty: boolean,
): number {
  const [px, setPx] = useState(PX[density]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another density, or the first row, is another height
  useLayoutEffect(() => {
    const { current } = scroller;
    if (!current) return;
    const measure = () => {
      // The room of the whole list: while another part of it is on its way, no row is there to be measured.
      // On paper there is no room kept for others.
      if (window.matchMedia("print").matches) return;
      const body = current.querySelector("tbody");
      const px = (body?.getBoundingClientRect().height ?? 0) / Number(body?.dataset.rows);
      if (px > 0 && Number.isFinite(px)) setPx(px);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, [scroller, density, isEmpty]);
  return px;
}
