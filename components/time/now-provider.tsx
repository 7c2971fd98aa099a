"use client";

import {
  createContext,
  type ReactNode,
  startTransition,
  useContext,
  useEffect,
  useState,
} from "react";

const TICK_MS = 15_000;
const Now = createContext(0);

/**
 * One clock for all relative times. It begins with the server's moment, so that the first paint and
 * the browser's agree to the letter, and ticks from there.
 */
export function NowProvider({ initial, children }: { initial: number; children: ReactNode }) {
  const [now, setNow] = useState(initial);
  useEffect(() => {
    // A part of the page that has not come to life yet is not thrown away for the sake of the clock.
    const tick = () => startTransition(() => setNow(Date.now()));
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return <Now value={now}>{children}</Now>;
}

/** The present moment in epoch ms, to within {@link TICK_MS}. */
export function useNow(): number {
  return useContext(Now);
}
