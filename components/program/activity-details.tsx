import { MapPin, X } from "lucide-react";
import { CopyButton } from "@/components/ui/copy-button";
import type { PlacedActivityView } from "@/lib/program/program-view";
import { useProgram } from "./program-context";
import { activityHref } from "./use-program-address";

/** What there is to read of the activity that was opened, and its address. */
export function ActivityDetails({ activity }: { activity: PlacedActivityView }) {
  const { eventId, open } = useProgram();
  const { activityId, title, description, place } = activity;
  return (
    <div className="mt-2 grid gap-3 text-sm">
      {place ? (
        <p className="flex items-start gap-1.5 text-soft" dir="auto">
          <MapPin aria-hidden="true" size={14} className="mt-0.5 shrink-0" />
          {place}
        </p>
      ) : null}
      {description ? (
        <p
          className="max-h-80 max-w-prose overflow-y-auto whitespace-pre-line leading-relaxed [overflow-wrap:anywhere]"
          dir="auto"
        >
          {description}
        </p>
      ) : (
        <p className="text-soft">Revento has no description of it.</p>
      )}
      <p className="flex flex-wrap gap-2">
        <CopyButton text={absolute(activityHref(eventId, activityId))} word="Copy link" />
        <button
          type="button"
          aria-label={`Close ${title}`}
          className="inline-flex min-h-9 items-center gap-1.5 rounded-md px-2.5 text-soft text-sm hover:bg-sunken hover:text-ink pointer-coarse:min-h-11"
          onClick={() => open(null)}
        >
          <X aria-hidden="true" size={15} />
          Close
        </button>
      </p>
    </div>
  );
}

/** On the server nothing is copied. */
function absolute(path: string): string {
  return typeof location === "undefined" ? path : location.origin + path;
}
