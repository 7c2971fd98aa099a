import type { PublicUpdateView } from "@/lib/portal/portal-program-view";
import { type ChangeBatch, ChangeBatcher, type Urgency } from "./batch-changes";
import type { LineStatus } from "./stream-message";
import { type Follower, tabStream } from "./tab-stream";

/** Whoever was shown out and may go on comes back so much later. */
const COME_BACK_MS = 1_000;

type Following = {
  /** The page knows all changes up to this one; null: of none. */
  last?: string | null;
  /** Brings the page up to date; one batch at a time. */
  onBatch: (batch: ChangeBatch) => Promise<unknown>;
  /** Takes what became of what everybody in the portal sees. */
  onPublic?: (update: PublicUpdateView) => void;
  /** Whether somebody sees what changed. */
  isUrgent: Urgency;
  onStatus: (status: LineStatus) => void;
  /** Asked when the server opens no line or tells no more: false ends the following. */
  mayGoOn: () => Promise<boolean>;
};

/** Follows what `of` names, such as `events/{id}`, and hands its changes on in batches. Answers what ends it. */
export function followChanges(of: string, following: Following): () => void {
  const { onBatch, onPublic, isUrgent, onStatus, mayGoOn } = following;
  let last = following.last ?? null;
  const isHidden = () => document.hidden;
  const batcher = new ChangeBatcher({ apply: onBatch, isUrgent, isHidden });
  const look = () => batcher.look();
  document.addEventListener("visibilitychange", look);
  let leave = () => {};
  let isOver = false;
  let isAsking = false;

  function join(): void {
    const follower: Follower = {
      onStatus: (status) => {
        onStatus(status);
        if (status.state === "refused") void ask(false);
      },
      onMessage: (message) => {
        if (message.kind === "all") batcher.addAll();
        else if (message.kind === "change") batcher.add(message.topic, message.ids);
        else if (message.kind === "public") onPublic?.(message.update);
        else if (message.kind === "shown_out") void ask(true);
      },
    };
    leave = tabStream().join(of, follower, last);
    // Whoever comes back has missed what nobody told.
    last = null;
  }

  async function ask(isOut: boolean): Promise<void> {
    if (isAsking || isOver) return;
    isAsking = true;
    const goesOn = await mayGoOn();
    isAsking = false;
    if (isOver) return;
    if (goesOn && !isOut) return;
    leave();
    if (goesOn) setTimeout(() => isOver || join(), COME_BACK_MS);
    else onStatus({ state: "connecting", aliveAt: Date.now() });
  }

  join();
  return () => {
    isOver = true;
    document.removeEventListener("visibilitychange", look);
    leave();
    batcher.stop();
  };
}
