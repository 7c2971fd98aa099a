import type { ApplicationListView } from "@/lib/participants/participant-view";

/**
 * The loaded pages that a change can be seen on: those that show it, the first, where newcomers are, and
 * the last if nothing follows it: in the opposite order they are there.
 */
export function touchedPages(
  pages: readonly ApplicationListView[],
  changed: ReadonlySet<string>,
): number[] {
  return pages.flatMap((page, index) => {
    const isEnd = index === pages.length - 1 && page.nextCursor === null;
    const isEdge = index === 0 || isEnd;
    return isEdge || page.rows.some((row) => changed.has(row.participantId)) ? [index] : [];
  });
}

/** Those who changed and are on none of these pages. */
export function withoutPlace(
  pages: Iterable<ApplicationListView>,
  changed: ReadonlySet<string>,
): Set<string> {
  const left = new Set(changed);
  for (const page of pages) for (const row of page.rows) left.delete(row.participantId);
  return left;
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
