import type { CutsView } from "@/lib/revento/cuts-view";
import type { ApplicationView } from "./participant-view";

/**
 * What happened, newest first. `changes` is `{ column: [before, after] }`, `answers` the same for each answer
 * of the form that changed; long sides are cut ("…"). Times are ISO 8601.
 */
export type HistoryEntryView = {
  id: string;
  at: string;
  /** Foyer's clock; null where the row itself tells it, of a time before Foyer was there. */
  recordedAt: string | null;
  /** A delivery's type, "reconcile", "sync" or "portal" */
  kind: string;
  status: string | null;
  actorId: string | null;
  changes: Record<string, [unknown, unknown]>;
  answers: Record<string, [unknown, unknown]>;
};

/**
 * Where a value comes from. Of a changed one: the kind of the newest history entry that changed it, and
 * when that was on Revento's clock. Of one that never changed (`isFirst`): what first brought the row and
 * since when Foyer has it; `kind` is null where nothing tells any more what brought it.
 */
export type ValueOriginView = { kind: string | null; at: string; isFirst: boolean };

/**
 * When Revento was last seen saying all this (`at`, Foyer's clock). `by`: "sync", "reconcile", "portal" or
 * a delivery's type; null where that cannot be told. `lastRead`: the full read that saw the row last; its
 * `at` is null where only the read's beginning is known.
 */
export type ConfirmationView = {
  at: string;
  by: string | null;
  lastRead: { kind: string; at: string | null } | null;
};

/** Another application of the same person. */
export type OtherApplicationView = {
  participantId: string;
  status: string | null;
  submittedAt: string | null;
};

/** Everything known about one participant. `removedAt`: Revento no longer has them. */
export type ApplicationDetailView = ApplicationView & {
  userId: string | null;
  applicationId: string | null;
  removedAt: string | null;
  /** Since when Revento's list lacks them; another reading decides. Null: it does not. */
  missingSince: string | null;
  /** Full length, in characters, of the answers in `fields` that are not there as a whole. */
  cutAnswers: Record<string, number>;
  /** What of the answers Foyer does not keep; null: nothing. */
  cuts: CutsView | null;
  /** What else the same person has applied for, the newest first, 20 at the most. */
  otherApplications: OtherApplicationView[];
  history: HistoryEntryView[];
  /** Whether older entries exist that `history` leaves out. */
  hasOlderHistory: boolean;
  /** By field as addresses name them (`status`, `name`, `answers.diet`, …; lib/list-address). */
  provenance: Record<string, ValueOriginView>;
  confirmation: ConfirmationView;
  /** The organizer's page of the application in Revento; null where no address is configured. */
  reventoUrl: string | null;
};
