import { describeStatus } from "@/components/status/describe-status";
import type { PersonEntryView, SyncEntryView } from "@/lib/insights/feed-view";

const VERBS: Record<string, string> = {
  "application.submitted": "applied",
  "application.approved": "was approved",
  "application.rejected": "was rejected",
  "application.revision_requested": "was asked for a revision",
  "participant.registered": "registered",
  "participant.profile_updated": "changed their profile",
};

const HOW: Record<string, string> = {
  reconcile: "found by the daily check",
  sync: "found when everything was read anew",
  portal: "found when they opened the portal",
};

/** What happened to somebody: what follows their name, and how Foyer knows if nobody told it. */
export function personWords(entry: PersonEntryView): { verb: string; how: string | null } {
  const { kind, status, changed, isRemoved } = entry;
  const how = HOW[kind] ?? null;
  if (isRemoved !== null) {
    return { verb: isRemoved ? "is gone from Revento" : "is back in Revento", how };
  }
  const told = VERBS[kind];
  if (told) return { verb: told, how };
  if (changed.includes("status")) return { verb: verbOf(status), how };
  if (changed.includes("fields")) return { verb: "changed their answers", how };
  return { verb: changed.length > 0 || how === null ? "changed" : "is new here", how };
}

/** The same of several people. */
export function severalWords(entry: PersonEntryView): string {
  return personWords(entry)
    .verb.replace(/^was /, "were ")
    .replace(/^is /, "are ")
    .replace(/profile$/, "profiles");
}

function verbOf(status: string | null): string {
  if (status === "cancelled") return "cancelled";
  return VERBS[`application.${status}`] ?? `is now: ${describeStatus(status).word.toLowerCase()}`;
}

/** What came of a full read. */
export function syncWords({ kind, state, rows, corrected }: SyncEntryView): string {
  const isCheck = kind === "reconcile";
  if (state === "failed") return isCheck ? "A daily check failed" : "Reading from Revento failed";
  if (state !== "completed") return isCheck ? "A daily check was cut off" : "Reading was cut off";
  const people = `${rows.toLocaleString("en-GB")} ${rows === 1 ? "person" : "people"}`;
  if (!isCheck) return `Everything was read from Revento, ${people}`;
  const found = corrected === 0 ? "nothing had to be corrected" : `${corrected} corrected`;
  return `Daily check of ${people}: ${found}`;
}
