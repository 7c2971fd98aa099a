"use client";

import { RefreshCw } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";
import { reloadOnce } from "./missing-piece";

/** Says that the page is older than Foyer is now, and reloads it once; after that it leaves it to the reader. */
export function RenewedNotice() {
  const [isGivenUp, setGivenUp] = useState(false);
  useEffect(() => {
    const gone = new AbortController();
    void reloadOnce(gone.signal).then((isReloading) => setGivenUp(!isReloading));
    return () => gone.abort();
  }, []);
  return (
    <div
      role="alert"
      className="fixed inset-x-4 bottom-20 z-50 mx-auto flex max-w-md flex-wrap items-center gap-3 rounded-lg border border-line bg-surface p-4 text-sm shadow-lift lg:bottom-6"
    >
      <RefreshCw aria-hidden="true" size={18} className="shrink-0 text-accent" />
      <p className="min-w-0 flex-1 basis-48">
        {isGivenUp
          ? "This part of the page did not load. Reload the page; if it stays away, tell whoever runs Foyer."
          : "Foyer was renewed while this page was open. It reloads by itself."}
      </p>
      <Button onClick={() => location.reload()}>Reload</Button>
    </div>
  );
}
