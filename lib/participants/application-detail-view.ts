import type { ApplicationView } from "./participant-view";

/** What happened, newest first. `changes` is `{ field: [before, after] }`. Times are ISO 8601. */
export type HistoryEntryView = {
  id: string;
  at: string;
  recordedAt: string | null;
  kind: string;
  status: string | null;
  actorId: string | null;
  changes: Record<string, [unknown, unknown]>;
};

/** Everything known about one participant. `removedAt`: Revento no longer has them. */
export type ApplicationDetailView = ApplicationView & {
  userId: string | null;
  applicationId: string | null;
  removedAt: string | null;
  history: HistoryEntryView[];
};
