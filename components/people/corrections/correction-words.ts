const CAUSES: Record<string, string> = {
  missed_delivery: "Revento's message of it never came, or said something older",
  cancelled: "Cancelled: Revento sends no message of that",
  missing_here: "Was missing here",
  removed_there: "Is not in Revento's list any more",
  read_twice: "Revento's list said the same twice, against its message",
  not_told: "Revento's messages do not carry it",
};

/** Why something had to be corrected, in words. */
export function correctionWords(cause: string): string {
  return CAUSES[cause] ?? cause.replaceAll("_", " ");
}
