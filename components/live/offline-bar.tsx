"use client";

import { WifiOff } from "lucide-react";
import { useEffect } from "react";
import { ClockTime } from "@/components/time/clock-time";
import { NoticeBar } from "@/components/ui/notice-bar";
import { useLiveStatus } from "./live-context";

/** What somebody without a network has to know. Links wait: following one would leave the page for the browser's own. */
export function OfflineBar() {
  const { code, asOf } = useLiveStatus();
  const isOffline = code === "offline";
  useEffect(() => {
    if (!isOffline) return;
    document.addEventListener("click", holdLink, { capture: true });
    return () => document.removeEventListener("click", holdLink, { capture: true });
  }, [isOffline]);
  if (!isOffline || !asOf) return null;
  return (
    <NoticeBar tone="warn" icon={WifiOff} title="You are offline">
      What you see is as of <ClockTime at={asOf} />. It catches up by itself when you are back;
      other pages open then, too.
    </NoticeBar>
  );
}

function holdLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.getAttribute("href")?.startsWith("#")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
