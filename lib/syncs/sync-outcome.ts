/** What became of a run in this worker. `waiting`: carry on in so many milliseconds. */
export type SyncOutcome =
  | { kind: "completed" | "elsewhere" | "ended" | "failed" }
  | { kind: "waiting"; waitMs: number };
