"use client";

import { useEffect, useState } from "react";
import { formatFresh } from "./format-fresh";
import { formatInZone } from "./format-in-zone";
import { useNow } from "./now-provider";
import { useZone } from "./zone-provider";

const MINUTE_MS = 60_000;

/** How long ago, counted by the second for the first minute, with the exact moment on hover. */
export function FreshTime({ at }: { at: string }) {
  const coarse = useNow();
  const [fine, setFine] = useState(0);
  const zone = useZone();
  useEffect(() => {
    const until = Date.parse(at) + MINUTE_MS;
    if (Date.now() > until) return;
    const timer = setInterval(tick, 1_000);
    function tick(): void {
      setFine(Date.now());
      if (Date.now() > until) clearInterval(timer);
    }
    tick();
    return () => clearInterval(timer);
  }, [at]);
  return (
    <time dateTime={at} className="whitespace-nowrap" title={formatInZone(at, "moment", zone)}>
      {formatFresh(at, Math.max(coarse, fine))}
    </time>
  );
}
