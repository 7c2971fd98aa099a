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

/** Says whom a list shows. Answers what ends it. */
export function showOnScreen(listKey: QueryKey, ids: ReadonlySet<string>): () => void {
  const hash = hashKey(listKey);
  seen.set(hash, ids);
  return () => {
    if (seen.get(hash) === ids) seen.delete(hash);
  };
}

/** Tells whom a list shows, for as long as it is there; `onChange` each time that is somebody else. */
export function useOnScreen(
  listKey: QueryKey,
  ids: ReadonlySet<string>,
  onChange: () => void,
): void {
  const key = JSON.stringify(listKey);
  const tell = useEffectEvent(onChange);
  useEffect(() => {
    const hide = showOnScreen(JSON.parse(key), ids);
    tell();
    return hide;
  }, [key, ids]);
}
