import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import type { DeliveryListView } from "@/lib/console/delivery-list-view";

type Props = { replayed: number; counts: DeliveryListView["counts"]; onDone: () => void };

/** How far a replay is, by what waits in the inbox. */
export function ReplayProgress({ replayed, counts, onDone }: Props) {
  const left = Math.min(counts.waiting, replayed);
  const percent = replayed === 0 ? 100 : Math.round(((replayed - left) / replayed) * 100);
  const words = [
    `${replayed.toLocaleString("en-GB")} put back into the inbox`,
    left === 0 ? "none waits any more" : `${counts.waiting.toLocaleString("en-GB")} still wait`,
    `${counts.dead.toLocaleString("en-GB")} dead letters in all`,
  ];
  return (
    <section
      aria-label="Replay"
      className="grid gap-2 rounded-lg border border-line bg-surface p-4 text-sm"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status">{words.join(", ")}.</p>
        <Button look="quiet" onClick={onDone}>
          Close
        </Button>
      </div>
      <Progress label="Replay" value={percent} />
    </section>
  );
}
