import type { ApplicationListView } from "@/lib/participants/participant-view";

/** The loaded pages that a change can be seen on: those that show it, and the first, which counts. */
export function touchedPages(
  pages: readonly ApplicationListView[],
  changed: ReadonlySet<string>,
): number[] {
  return pages.flatMap((page, index) =>
    index === 0 || page.rows.some((row) => changed.has(row.participantId)) ? [index] : [],
  );
}

/**
 * Puts pages that were fetched again into a list whose others stay. A page keeps its end: a row that
 * a newcomer pushed over it would otherwise be on no page at all.
 */
export function patchPages(
  pages: readonly ApplicationListView[],
  fetched: ReadonlyMap<number, ApplicationListView>,
  changed: ReadonlySet<string>,
): ApplicationListView[] {
  return pages.map((old, index) => {
    const page = fetched.get(index);
    if (!page) return old;
    if (index === pages.length - 1) return page;
    const known = new Set(page.rows.map((row) => row.participantId));
    const pushed = old.rows.filter(
      ({ participantId }) => !known.has(participantId) && !changed.has(participantId),
    );
    return { ...page, rows: [...page.rows, ...pushed], nextCursor: old.nextCursor };
  });
}
