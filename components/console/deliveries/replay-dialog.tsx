"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ReasonDialog } from "@/components/console/reason-dialog";
import { send } from "@/components/queries/send";
import type { ReplayForecastView, ReplayPreviewView } from "@/lib/console/delivery-list-view";
import { DryRun } from "./dry-run";
import type { ReplayOrder } from "./replay-order";
import type { Replay } from "./replay-progress";

type Props = {
  open: boolean;
  order: ReplayOrder;
  onClose: () => void;
  onDone: (replay: Replay) => void;
};

const PATH = "/api/admin/deliveries/replay";

/** First what a replay would come to, for each delivery; then, with a reason, the replay. */
export function ReplayDialog({ open, order, onClose, onDone }: Props) {
  const preview = useQuery({
    queryKey: ["dry run", order],
    queryFn: () =>
      send<ReplayPreviewView>({ method: "POST", path: `${PATH}/preview`, body: order }),
    enabled: open,
    // What it finds may have changed since somebody asked the last time.
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const [isPicky, setPicky] = useState(false);
  const applying = preview.data?.forecasts.filter(({ verdict }) => verdict === "applies") ?? [];
  const total = preview.data?.total ?? 0;
  // Only where all of them were tried out is it known which of them apply.
  const isKnown = preview.data?.forecasts.length === total;
  const canBePicky = isKnown && applying.length > 0 && applying.length < total;
  const isSome = isPicky && canBePicky;
  const count = isSome ? applying.length : total;
  const body = isSome ? { deliveries: applying.map(nameOf) } : order;
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      isWide
      title="Replay deliveries"
      verb={preview.data ? `Replay ${count.toLocaleString("en-GB")}` : "Replay"}
      isReady={total > 0}
      readers="Kept with your name in the trail; the organizers of these events can read the reason."
      run={(reason) => send<Replay>({ method: "POST", path: PATH, body: { ...body, reason } })}
      onDone={onDone}
    >
      <DryRun preview={preview} />
      {canBePicky ? (
        <label className="flex min-h-7 items-center gap-2">
          <input
            type="checkbox"
            checked={isPicky}
            onChange={(event) => setPicky(event.target.checked)}
            className="size-4"
          />
          Replay only the {applying.length.toLocaleString("en-GB")} that{" "}
          {applying.length === 1 ? "applies" : "apply"}
        </label>
      ) : null}
    </ReasonDialog>
  );
}

function nameOf({ eventId, deliveryId }: ReplayForecastView) {
  return { eventId, deliveryId };
}
