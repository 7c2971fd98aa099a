import { useEffect } from "react";

/** What has not answered by then is given up for what is wanted now. */
const PATIENCE_MS = 500;

type Turn = {
  asked: string;
  wanted: string;
  isBusy: boolean;
  take: (question: string) => void;
};

/**
 * Lets one question be under way at a time: while `asked` is, the newest `wanted` waits and takes the
 * place of whatever waited before it. A question that takes too long is left, which aborts its request.
 */
export function useOneAtATime({ asked, wanted, isBusy, take }: Turn): void {
  useEffect(() => {
    if (asked === wanted) return;
    if (!isBusy) {
      take(wanted);
      return;
    }
    const timer = setTimeout(() => take(wanted), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [asked, wanted, isBusy, take]);
}
