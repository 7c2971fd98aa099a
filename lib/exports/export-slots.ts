import { AppError } from "@/lib/errors";

const MOST_OF_A_MEMBER = 2;
const MOST = 6;

/** Whose exports this process is writing, once for each. */
const running: string[] = [];

/**
 * Takes one of the places that this process has for exports: six, of which a member has two at the most.
 * Answers how to give it back. Throws AppError `rate_limited`.
 */
export function takeExportSlot(memberId: string): () => void {
  if (running.filter((each) => each === memberId).length >= MOST_OF_A_MEMBER) {
    throw new AppError(
      "rate_limited",
      "Two exports of yours are running. Wait until one of them is done.",
    );
  }
  if (running.length >= MOST) {
    throw new AppError("rate_limited", "Too many exports are running. Try again in a minute.");
  }
  running.push(memberId);
  let isTaken = true;
  return () => {
    if (!isTaken) return;
    isTaken = false;
    running.splice(running.indexOf(memberId), 1);
  };
}
