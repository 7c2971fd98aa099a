/** What a daily check found different from the mirror, and corrected. All times are ISO 8601 in UTC. */
export type CorrectionView = {
  participantId: string;
  name: string | null;
  /** Whether they are in the list of applications, now. */
  hasApplied: boolean;
  /**
   * missed_delivery, cancelled (Revento sends no message of it), missing_here, removed_there, read_twice, not_told
   * (no message carries it)
   */
  cause: string;
  at: string;
  runId: string;
  /** { column: [before, after] }, and the same for each answer that changed; long sides are cut ("…"). */
  changes: Record<string, [unknown, unknown]>;
  answers: Record<string, [unknown, unknown]>;
};

export type CorrectionListView = { rows: CorrectionView[]; nextCursor: string | null };
