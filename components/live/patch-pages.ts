import type { PageStart } from "@/components/queries/event-queries";
import type { ApplicationListView } from "@/lib/participants/participant-view";

/** The first pages of a list that nobody is known to look at. */
const FIRST_PAGES = 2;

/** The loaded pages that show somebody of these, with the first where it is the list's, for newcomers are there. */
export function nearPages(
  pages: readonly ApplicationListView[],
  seen: ReadonlySet<string>,
  isFromTop = true,
): number[] {
  const near = new Set(isFromTop ? [0] : []);
  pages.forEach((page, index) => {
    const isNear = seen.size === 0 ? index < FIRST_PAGES : showsAny(page, seen);
    if (isNear) near.add(index);
  });
  return [...near].filter((index) => index < pages.length);
}

function showsAny(page: ApplicationListView, ids: ReadonlySet<string>): boolean {
  return page.rows.some((row) => ids.has(row.participantId));
}

/**
 * Whether more people came to a page at once than it holds: some of them would be on none. The last page is
 * followed by those it does not hold.
 */
export function isOverflowing(
  pages: readonly ApplicationListView[],
  fetched: ReadonlyMap<number, ApplicationListView>,
): boolean {
  const known = new Set(pages.flatMap((page) => page.rows.map((row) => row.participantId)));
  return [...fetched].some(
    ([index, page]) =>
      index < pages.length - 1 && page.nextCursor !== null && !showsAny(page, known),
  );
}

/** Whether the first page, which begins behind so many rows, begins with another row since some came or went above it. */
export function isShifted(
  {
    pages,
    pageParams,
  }: { pages: readonly ApplicationListView[]; pageParams: readonly PageStart[] },
  fetched: ReadonlyMap<number, ApplicationListView>,
): boolean {
  const [first] = pages;
  const again = fetched.get(0);
  if (pageParams[0] === 0 || !first || !again) return false;
  return first.rows[0]?.participantId !== again.rows[0]?.participantId;
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
