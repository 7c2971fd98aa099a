/** Where a datum comes from, in plain words. */
export const SOURCE = {
  foyer: "Foyer",
  signIn: "Revento, your sign-in",
  profile: "Revento, your profile (/me/profile)",
  you: "You, in Foyer",
  team: "The event's team, in Foyer",
  firstRead: "Revento, first read",
} as const;

const READS: Record<string, string> = {
  sync: SOURCE.firstRead,
  reconcile: "Revento, daily check",
  portal: "Revento, your application (/me/application)",
};

/** What told Foyer of an entry of `participant_history`: a read of ours, or a webhook's type. */
export function sourceOfKind(kind: string): string {
  return READS[kind] ?? `Revento, webhook ${kind}`;
}
