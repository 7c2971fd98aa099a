import type { ApplicationView } from "@/lib/participants/participant-view";

/**
 * The rows of a list with those that are about to leave it still where they were: each of them below the
 * nearest row above it that is still there.
 */
export function withLeaving(
  before: readonly ApplicationView[],
  now: readonly ApplicationView[],
  leaving: ReadonlyMap<string, ApplicationView>,
): ApplicationView[] {
  if (leaving.size === 0) return [...now];
  const there = new Set(now.map((row) => row.participantId));
  const below = new Map<string | null, ApplicationView[]>();
  let above: string | null = null;
  for (const { participantId } of before) {
    const row = leaving.get(participantId);
    if (there.has(participantId)) above = participantId;
    else if (row) below.set(above, [...(below.get(above) ?? []), row]);
  }
  const after = (id: string | null) => below.get(id) ?? [];
  return [...after(null), ...now.flatMap((row) => [row, ...after(row.participantId)])];
}

/** Rows that were there before and are not now. */
export function missingRows(
  before: readonly ApplicationView[],
  now: readonly ApplicationView[],
): ApplicationView[] {
  const there = new Set(now.map((row) => row.participantId));
  return before.filter((row) => !there.has(row.participantId));
}

/**
 * Rows that came among those known before. What follows all of them is only the list's next page; what is before all of
 * them is new only at the top of the list.
 */
export function arrivedRows(
  before: readonly ApplicationView[],
  now: readonly ApplicationView[],
  isFromTop = true,
): string[] {
  const known = new Set(before.map((row) => row.participantId));
  const isKnown = (row: ApplicationView) => known.has(row.participantId);
  const first = isFromTop ? 0 : now.findIndex(isKnown);
  const last = now.findLastIndex(isKnown);
  return now
    .slice(Math.max(first, 0), Math.max(last, 0))
    .map((row) => row.participantId)
    .filter((id) => !known.has(id));
}
