"use client";

import { useQueries } from "@tanstack/react-query";
import { Eraser } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { buttonLook } from "@/components/ui/button-look";
import { readErasures } from "./remembered-erasures";

/** The erasures that this browser remembers and that are done, by event id. */
function useErased(only?: string): [eventId: string, erasureId: string][] {
  const [known, setKnown] = useState<[string, string][]>([]);
  useEffect(() => {
    const all = Object.entries(readErasures());
    setKnown(only === undefined ? all : all.filter(([eventId]) => eventId === only));
  }, [only]);
  const answers = useQueries({
    queries: known.map(([, erasureId]) => eventQueries.isErased(erasureId)),
  });
  return known.filter((_, at) => answers[at]?.data === true);
}

/** The event that the address names, where it was deleted. */
export function ErasedHere() {
  const [, , eventId = ""] = usePathname().split("/");
  return <ErasedEvents only={eventId} />;
}

/** Events of this browser of which everything was deleted, each with its certificate. `only`: just this one. */
export function ErasedEvents({ only }: { only?: string }) {
  const erased = useErased(only);
  if (erased.length === 0) return null;
  return (
    <section aria-label="Deleted events" className="mt-6 grid gap-3">
      {erased.map(([eventId, erasureId]) => (
        <div
          key={eventId}
          className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-line bg-surface p-4 text-sm"
        >
          <Eraser aria-hidden="true" size={18} className="text-accent" />
          <p className="min-w-0 flex-1 basis-60 leading-relaxed [overflow-wrap:anywhere]">
            Everything Foyer held of <span className="font-mono text-xs">{eventId}</span> was
            deleted. A signed certificate says what, and when.
          </p>
          <a href={`/certificates/${erasureId}`} className={buttonLook("plain")}>
            See the certificate
          </a>
        </div>
      ))}
    </section>
  );
}
