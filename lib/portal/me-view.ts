import type { CutsView } from "@/lib/revento/cuts-view";

/**
 * What happened to one's own application, newest first. `changes` is `{ column: [before, after] }`, `answers`
 * the same for each answer that changed; long sides are cut ("…").
 */
export type MyHistoryEntryView = {
  id: string;
  at: string;
  kind: string;
  status: string | null;
  changes: Record<string, [unknown, unknown]>;
  answers: Record<string, [unknown, unknown]>;
};

export type MyApplicationView = {
  /** pending, approved, rejected, revision_requested, cancelled, or a newer word of Revento's. */
  status: string | null;
  role: string | null;
  submittedAt: string | null;
  registeredAt: string | null;
  /** The answers as Revento has them. */
  fields: Record<string, unknown>;
  /** Full length, in characters, of the answers in `fields` that are not there as a whole. */
  cutAnswers: Record<string, number>;
  /** What of the answers Foyer does not keep; null: nothing. */
  cuts: CutsView | null;
  history: MyHistoryEntryView[];
  /** `at`: the moment on Revento's clock that is shown; `confirmedAt`: when it was last seen there. */
  freshness: { source: string; at: string; confirmedAt: string };
};

/** Everything the portal's first page shows to the person who is signed in. Times are ISO 8601 in UTC. */
export type MeView = {
  /** From Revento's profile; `readAt` is null while only the event's own list is known. */
  profile: { name: string | null; email: string | null; readAt: string | null };
  grantedAt: string;
  scopes: string[];
  /** Whether the person let Foyer see their application (scope `event.attendance`, contract 3.6). */
  mayReadApplication: boolean;
  /** Null: there is none, or it may not be read. */
  application: MyApplicationView | null;
  /** Where the person changes their application in Revento; null where Foyer does not know. */
  reventoUrl: string | null;
  /** How Foyer's last question to Revento went. `failure` null: well, or never asked. */
  check: { at: string | null; failure: "unavailable" | "busy" | null };
};
