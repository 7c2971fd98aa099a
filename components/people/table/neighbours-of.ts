import type { Neighbours } from "@/components/people/detail/neighbours";
import type { ApplicationView } from "@/lib/participants/participant-view";

/** Who stands before and after somebody among the rows that are loaded, the first of which has `from` before it. */
export function neighboursOf(
  rows: readonly Pick<ApplicationView, "participantId">[],
  selected: string,
  total: number | undefined,
  from = 0,
): Neighbours {
  const at = rows.findIndex((row) => row.participantId === selected);
  if (at < 0) return { previous: null, next: null };
  return {
    previous: rows[at - 1]?.participantId ?? null,
    next: rows[at + 1]?.participantId ?? null,
    position: from + at + 1,
    total: total === undefined ? null : Math.max(total, from + rows.length),
  };
}
