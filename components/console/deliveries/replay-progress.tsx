import { useState } from "react";
import { ReasonDialog } from "@/components/console/reason-dialog";
import { send } from "@/components/queries/send";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import type { DeliveryListView } from "@/lib/console/delivery-list-view";

export type Replay = { replayId: string; replayed: number };

type Props = { replay: Replay; counts: DeliveryListView["counts"]; onDone: () => void };

/** How far a replay is, by what waits in the inbox; and a way to take back what still waits. */
export function ReplayProgress({ replay, counts, onDone }: Props) {
  const { replayId, replayed } = replay;
  const [isOpen, setOpen] = useState(false);
  const [cancelled, setCancelled] = useState<number | null>(null);
  const left = Math.min(counts.waiting, replayed);
  const percent = replayed === 0 ? 100 : Math.round(((replayed - left) / replayed) * 100);
  const words = [
    `${replayed.toLocaleString("en-GB")} put back into the inbox`,
    left === 0 ? "none waits any more" : `${counts.waiting.toLocaleString("en-GB")} still wait`,
    ...(cancelled === null ? [] : [`${cancelled.toLocaleString("en-GB")} taken back`]),
    `${counts.dead.toLocaleString("en-GB")} dead letters in all`,
  ];
  return (
    <section
      aria-label="Replay"
      className="grid gap-2 rounded-lg border border-line bg-surface p-4 text-sm"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status">{words.join(", ")}.</p>
        <div className="flex gap-2">
          {left > 0 && cancelled === null ? (
            <Button onClick={() => setOpen(true)}>Cancel the rest…</Button>
          ) : null}
          <Button look="quiet" onClick={onDone}>
            Close
          </Button>
        </div>
      </div>
      <Progress label="Replay" value={percent} />
      <ReasonDialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title="Cancel the rest of this replay?"
        verb="Cancel the rest"
        run={(reason) =>
          send<{ cancelled: number }>({
            method: "POST",
            path: "/api/admin/deliveries/replay/cancel",
            body: { replayId, reason },
          })
        }
        onDone={(done) => setCancelled(done.cancelled)}
      >
        What still waits is taken out of the inbox and stands as before. What was applied stays
        applied.
      </ReasonDialog>
    </section>
  );
}
