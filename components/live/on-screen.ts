import { hashKey, type QueryKey } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";

/** Whom somebody sees, by the list that shows them. */
const seen = new Map<string, ReadonlySet<string>>();

/** Whom this list shows at the moment. */
export function onScreenOf(listKey: QueryKey): ReadonlySet<string> {
  return seen.get(hashKey(listKey)) ?? new Set();
}

/** Whether anybody of these can be seen in any list. */
export function isOnScreen(ids: readonly string[]): boolean {
  return [...seen.values()].some((shown) => ids.some((id) => shown.has(id)));
}

/** Tells whom a list shows, for as long as it is there; `onChange` each time that is somebody else. */
export function useOnScreen(
  listKey: QueryKey,
  ids: ReadonlySet<string>,
  onChange: () => void,
): void {
  const hash = hashKey(listKey);
  const tell = useEffectEvent(onChange);
  useEffect(() => {
    seen.set(hash, ids);
    tell();
    return () => {
      seen.delete(hash);
    };
  }, [hash, ids]);
}
