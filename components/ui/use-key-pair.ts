import { useEffect, useEffectEvent } from "react";
import { isTyping } from "./use-shortcut";

/** The second key follows the first within so many ms. */
const TOGETHER_MS = 1_200;

/** Answers two keys one after the other anywhere on the page; what the second does by itself does not happen then. */
export function useKeyPair(first: string, second: string, act: () => void): void {
  const onPair = useEffectEvent(act);
  useEffect(() => {
    let at = Number.NEGATIVE_INFINITY;
    const listener = (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isPlain || event.defaultPrevented || isTyping(event.target)) return;
      const isSecond = event.key === second && performance.now() - at <= TOGETHER_MS;
      at = event.key === first ? performance.now() : Number.NEGATIVE_INFINITY;
      if (!isSecond) return;
      event.preventDefault();
      onPair();
    };
    // Before whoever answers the second key alone.
    document.addEventListener("keydown", listener, { capture: true });
    return () => document.removeEventListener("keydown", listener, { capture: true });
  }, [first, second]);
}
