const KINDS: Record<string, string> = {
  "application.submitted": "Applied",
  "application.approved": "Approved",
  "application.rejected": "Rejected",
  "application.revision_requested": "Revision requested",
  "participant.registered": "Registered",
  "participant.profile_updated": "Profile updated",
  reconcile: "Found changed by the daily check",
  portal: "Found changed when they opened the portal",
  sync: "Read from Revento",
};

/** What happened, in words. */
export function historyWords(kind: string): string {
  return KINDS[kind] ?? kind;
}
