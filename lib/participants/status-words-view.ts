/** The statuses that Revento names (contract 4.5), and what they are called. */
const STATUS_WORDS: Readonly<Record<string, string>> = {
  pending: "Pending",
  approved: "Approved",
  rejected: "Rejected",
  revision_requested: "Revision requested",
  cancelled: "Cancelled",
};

/** A status as people read it; a word that Revento has added since as it is. */
export function statusWord(status: string): string {
  const known = Object.hasOwn(STATUS_WORDS, status) ? STATUS_WORDS[status] : undefined;
  if (known !== undefined) return known;
  const words = status.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
