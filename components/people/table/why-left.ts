import { fieldOfSort, type ListQuestion } from "@/lib/list-address/list-address";
import { answerKeyOf } from "@/lib/list-address/list-fields";
import type { ApplicationView } from "@/lib/participants/participant-view";

export const LEFT = "No longer in this list";
export const MOVED = "Moved to another place in this list";

/**
 * What to say of a row that a list no longer shows at its place, after it has changed from `before` to
 * `now`. Null `now`: Revento no longer lists the person. Null: nothing happened to it, it only gave way.
 */
export function whyLeft(
  { filters, q, sort }: ListQuestion,
  before: ApplicationView,
  now: ApplicationView | null,
): typeof LEFT | typeof MOVED | null {
  if (!now) return LEFT;
  if (now.writtenAt === before.writtenAt) return null;
  const isOther = (field: string) => !isSame(heldIn(before, field), heldIn(now, field));
  if (filters.some(({ field }) => isOther(field))) return LEFT;
  const isMoved = sort.some((key) => isOther(fieldOfSort(key)));
  if (isMoved && q === "") return MOVED;
  return LEFT;
}

const OF_ROW: Record<string, (row: ApplicationView) => unknown> = {
  status: (row) => row.status,
  role: (row) => row.role,
  decision: (row) => row.lastReviewAction,
  reviewer: (row) => row.lastReviewerId,
  domain: (row) => row.email,
  name: (row) => row.name,
  email: (row) => row.email,
  wave: (row) => row.submittedAt,
  submitted: (row) => row.submittedAt,
  registered: (row) => row.registeredAt,
  reviewed: (row) => row.lastReviewedAt,
  updated: (row) => row.updatedAt,
};

function heldIn(row: ApplicationView, field: string): unknown {
  const key = answerKeyOf(field);
  if (key !== null) return row.fields[key];
  return Object.hasOwn(OF_ROW, field) ? OF_ROW[field]?.(row) : undefined;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
