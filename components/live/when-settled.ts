/** Where a browser cannot say that it is idle. */
const PAUSE_MS = 200;
/** A page that is never idle goes on all the same. */
const LONGEST_MS = 2_000;

let settled: Promise<void> | undefined;

/**
 * Once the document has come as a whole and React has taken over what came last: a part that arrives late must meet
 * the data that the server drew it with, or it is drawn anew, with an error.
 */
export function whenSettled(): Promise<void> {
  settled ??= new Promise<void>((resolve) => {
    const whenIdle = () => {
      if ("requestIdleCallback" in window)
        requestIdleCallback(() => resolve(), { timeout: LONGEST_MS });
      else setTimeout(resolve, PAUSE_MS);
    };
    if (document.readyState === "complete") whenIdle();
    else window.addEventListener("load", whenIdle, { once: true });
  });
  return settled;
}
