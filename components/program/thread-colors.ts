/** As many as the theme has; further threads begin again, and their names tell them apart. */
const COLORS = 8;

/** A colour for each thread in Revento's order, as a value of CSS, by the thread's id. */
export function colorsOf(threads: readonly { threadId: string }[]): Map<string, string> {
  return new Map(
    threads.map(({ threadId }, at) => [threadId, `var(--thread-${(at % COLORS) + 1})`]),
  );
}
