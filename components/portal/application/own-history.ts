import { changeWords } from "@/components/answers/change-words";
import type { MyHistoryEntryView } from "@/lib/portal/me-view";

const KINDS: Record<string, string> = {
  "application.submitted": "You applied",
  "application.approved": "The organizers approved it",
  "application.rejected": "The organizers declined it",
  "application.revision_requested": "The organizers asked you to change it",
  "participant.registered": "You were registered",
  "participant.profile_updated": "Your details changed",
  reconcile: "It was found changed in Revento",
  sync: "It was found changed in Revento",
  portal: "It was found changed in Revento",
};

/** What happened to one's own application, in the words of the person it belongs to. */
export function ownHistoryWords(kind: string): string {
  const known = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  return known ?? "Revento reported a change";
}

/** Columns that speak of the person; the others are ids and dates that the entry itself tells. */
const TOLD = new Set(["status", "name", "email", "role"]);

/**
 * What changed with it, a sentence each: answers one by one. A decision's own words already say the new
 * status.
 */
export function ownChanges({ kind, changes, answers }: MyHistoryEntryView): string[] {
  const isTold = (column: string) =>
    TOLD.has(column) && !(column === "status" && kind.startsWith("application."));
  const columns = Object.entries(changes).filter(([column]) => isTold(column));
  return [...columns, ...Object.entries(answers)].map(([field, [before, after]]) =>
    changeWords(field, before, after),
  );
}
