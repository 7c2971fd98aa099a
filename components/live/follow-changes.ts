import { type ChangeBatch, ChangeBatcher } from "./batch-changes";
import { shareStream } from "./share-stream";
import type { LiveState } from "./stream-message";
import type { StreamSource } from "./stream-source";

type Following = {
  /** Brings the page up to date; one batch at a time. */
  onBatch: (batch: ChangeBatch) => Promise<unknown>;
  onState: (state: LiveState) => void;
  onSignedOut?: () => void;
};

/** Follows a stream, and hands its changes on in batches. Answers what ends it. */
export function followChanges(source: StreamSource, following: Following): () => void {
  const batcher = new ChangeBatcher(following.onBatch);
  const leave = shareStream(source, (message) => {
    if (message.kind === "state") following.onState(message.state);
    else if (message.kind === "signed_out") following.onSignedOut?.();
    else if (message.kind === "all") batcher.addAll();
    else if (message.kind === "change") batcher.add(message.topic, message.ids);
  });
  return () => {
    leave();
    batcher.stop();
  };
}
