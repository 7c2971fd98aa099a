"use client";

import { CloudOff, RefreshCw } from "lucide-react";
import { ExactTime } from "@/components/time/exact-time";
import { TimeAgo } from "@/components/time/time-ago";
import { buttonLook } from "@/components/ui/button-look";
import type { MeView } from "@/lib/portal/me-view";
import { useCheckAgain } from "./use-check-again";

/** How old what is shown is, and whether Revento can be asked at present. */
export function Freshness({ eventId, me }: { eventId: string; me: MeView }) {
  const { mutate, isPending, isError } = useCheckAgain(eventId);
  const { failure } = me.check;
  return (
    <div
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 text-sm ${failure ? "rounded-lg bg-sunken px-4 py-3" : "px-1 text-soft"}`}
    >
      {failure ? <CloudOff aria-hidden="true" size={18} className="shrink-0 text-soft" /> : null}
      <div className={`flex-1 leading-snug ${failure ? "min-w-52" : "min-w-36"}`}>
        <p role="status" className="empty:hidden">
          {failure ? <Failure me={me} /> : null}
          {isError ? "This portal did not answer just now. " : null}
        </p>
        {failure ? null : (
          <p>
            <AsOf me={me} />
          </p>
        )}
      </div>
      <button
        type="button"
        onClick={() => mutate()}
        aria-disabled={isPending}
        className={buttonLook(failure ? "plain" : "quiet")}
      >
        <RefreshCw
          aria-hidden="true"
          size={15}
          className={isPending ? "animate-breathe" : undefined}
        />
        {isPending ? "Asking Revento…" : "Check again"}
      </button>
    </div>
  );
}

function AsOf({ me: { application, check } }: { me: MeView }) {
  const at = application?.freshness.confirmedAt ?? check.at;
  if (!at) return "Revento has not been asked yet.";
  return (
    <>
      As Revento had it <TimeAgo at={at} />.
    </>
  );
}

function Failure({ me: { application, check } }: { me: MeView }) {
  const at = application?.freshness.confirmedAt;
  return (
    <>
      {check.failure === "busy"
        ? "Revento may not be asked again just yet"
        : "Revento cannot be reached at present"}
      {at ? (
        <>
          ; this is as of <ExactTime at={at} />.
        </>
      ) : (
        "."
      )}
    </>
  );
}
