import { useCallback, useState } from "react";

/** A sentence for screen readers, and the means to say the next. The same words are said again, too. */
export function useSpoken(): readonly [string, (text: string) => void] {
  const [spoken, setSpoken] = useState("");
  const say = useCallback(
    (text: string) => setSpoken((before) => (before === text ? `${text}\u00a0` : text)),
    [],
  );
  return [spoken, say];
}
