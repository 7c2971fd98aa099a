"use client";

import { useQuery } from "@tanstack/react-query";
import { ReasonDialog } from "@/components/console/reason-dialog";
import { send } from "@/components/queries/send";
import type { ReplayPreviewView } from "@/lib/console/delivery-list-view";
import { DryRun } from "./dry-run";
import type { ReplayOrder } from "./replay-order";

type Props = {
  open: boolean;
  order: ReplayOrder;
  onClose: () => void;
  onDone: (replayed: number) => void;
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
  const total = preview.data?.total ?? 0;
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      isWide
      title="Replay deliveries"
      verb={preview.data ? `Replay ${total.toLocaleString("en-GB")}` : "Replay"}
      isReady={total > 0}
      readers="Kept with your name in the trail; the organizers of these events can read the reason."
      run={(reason) =>
        send<{ replayed: number }>({ method: "POST", path: PATH, body: { ...order, reason } })
      }
      onDone={({ replayed }) => onDone(replayed)}
    >
      <DryRun preview={preview} />
    </ReasonDialog>
  );
}
