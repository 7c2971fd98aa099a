"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ReasonDialog } from "@/components/console/reason-dialog";
import { send } from "@/components/queries/send";
import type { ReplayForecastView, ReplayPreviewView } from "@/lib/console/delivery-list-view";
import { DryRun } from "./dry-run";
import type { ReplayOrder } from "./replay-order";
import type { Replay } from "./replay-progress";
import { keyOfDelivery } from "./use-selection";

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
  const forecasts = preview.data?.forecasts ?? [];
  const total = preview.data?.total ?? 0;
  const { leftOut, leave, leaveAll } = useLeftOut();
  // Only of those that were tried out it is known what they come to.
  const canChoose = forecasts.length > 0 && forecasts.length === total;
  const going = forecasts.filter((forecast) => !leftOut.has(keyOfDelivery(forecast)));
  const isSome = canChoose && going.length < total;
  const count = isSome ? going.length : total;
  const body = isSome ? { deliveries: going.map(nameOf) } : order;
  const idle = forecasts.filter(({ verdict }) => verdict !== "applies");
  const applying = total - idle.length;
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      isWide
      title="Replay deliveries"
      verb={preview.data ? `Replay ${count.toLocaleString("en-GB")}` : "Replay"}
      isReady={count > 0}
      readers="Kept with your name in the trail; the organizers of these events can read the reason."
      run={(reason) => send<Replay>({ method: "POST", path: PATH, body: { ...body, reason } })}
      onDone={onDone}
    >
      <DryRun preview={preview} leftOut={canChoose ? leftOut : undefined} onLeaveOut={leave} />
      {canChoose && idle.length > 0 && applying > 0 ? (
        <label className="flex min-h-7 items-center gap-2">
          <input
            type="checkbox"
            checked={
              going.length === applying && going.every(({ verdict }) => verdict === "applies")
            }
            onChange={(event) => leaveAll(event.target.checked ? idle.map(keyOfDelivery) : [])}
          />
          Replay only the {applying.toLocaleString("en-GB")} that{" "}
          {applying === 1 ? "applies" : "apply"}
        </label>
      ) : null}
    </ReasonDialog>
  );
}

function nameOf({ eventId, deliveryId }: ReplayForecastView) {
  return { eventId, deliveryId };
}

/** Which deliveries somebody has taken out of a replay, by key. */
function useLeftOut() {
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  function leave(key: string, isLeftOut: boolean): void {
    const next = new Set(leftOut);
    if (isLeftOut) next.add(key);
    else next.delete(key);
    setLeftOut(next);
  }
  return { leftOut, leave, leaveAll: (keys: readonly string[]) => setLeftOut(new Set(keys)) };
}
