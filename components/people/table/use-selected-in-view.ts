import { type RefObject, useEffect, useMemo, useRef } from "react";
import type { ShownRows } from "./use-shown-rows";

/** Whoever is opened from elsewhere, by Next in the details or by a link, is brought into view once they are loaded. */
export function useSelectedInView(
  selected: string | null,
  { models, centerOn }: ShownRows,
  onScreen: RefObject<ReadonlySet<string>>,
  onShow: (id: string) => void,
): void {
  const at = useMemo(
    () => (selected === null ? -1 : models.findIndex(({ id }) => id === selected)),
    [models, selected],
  );
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (selected !== null && at < 0) return;
    if (shown.current === selected) return;
    shown.current = selected;
    if (selected === null) return;
    onShow(selected);
    if (!onScreen.current.has(selected)) centerOn(at);
  }, [selected, at, onScreen, centerOn, onShow]);
}
