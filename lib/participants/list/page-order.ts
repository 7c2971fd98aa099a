import { fieldOfSort, type SortKey } from "@/lib/list-address/list-address";
import { isReviewField, type ReviewField } from "@/lib/list-address/list-fields";
import { decodeListCursor, type ListCursor } from "./list-cursor";
import type { Parameters } from "./parameters";
import type { ReviewSides } from "./review-sides";
import { type SortTerm, sortTerms } from "./sort-terms";

/** The order of a list and where a page of it begins. */
export type PageOrder = {
  sort: SortKey[];
  terms: SortTerm[];
  idDescending: boolean;
  /** There is an index of exactly this order (prisma/migrations, `participants_by_…`). */
  isIndexed: boolean;
  /** It is by this alone, which is beside the mirror. */
  side: ReviewField | null;
  cursor: ListCursor | null;
};

/** Whose index begins with the newest is walked backwards for the oldest, and its ids with it. */
const ID_DESCENDS: Record<SortKey, boolean> = {
  "-submitted": false,
  submitted: true,
  name: false,
  "-name": true,
  "-updated": false,
  updated: true,
};

/** Throws AppError `invalid` for a cursor of another order. */
export function pageOrderOf(
  sort: SortKey[],
  rank: () => string,
  cursor: string | null | undefined,
  to: Parameters,
  sides: ReviewSides,
): PageOrder {
  const terms = sortTerms(sort, rank, to, sides);
  const [key = ""] = sort;
  const only = sort.length === 1 ? ID_DESCENDS[key] : undefined;
  const field = fieldOfSort(key);
  const side = sort.length === 1 && isReviewField(field) ? field : null;
  return {
    sort,
    terms,
    // Indexes of the sides begin with the highest.
    idDescending: only ?? (side !== null && !key.startsWith("-")),
    isIndexed: only !== undefined,
    side,
    cursor: cursor ? decodeListCursor(cursor, sort, terms) : null,
  };
}

/** The fields that an order looks at. */
export function fieldsOfOrder({ sort }: Pick<PageOrder, "sort">): string[] {
  return sort.map(fieldOfSort);
}

export const directionOf = (descending: boolean) => (descending ? "DESC" : "ASC");

/** SQL of an ORDER BY over the keys, which `keyAt` names. */
export function orderBySql(
  { terms, idDescending }: PageOrder,
  keyAt: (at: number) => string,
  id: string,
): string {
  const keys = terms.map(({ descending, nullable }, at) => {
    return `${keyAt(at)} ${directionOf(descending)}${nullable ? " NULLS LAST" : ""}`;
  });
  return [...keys, `${id} ${directionOf(idDescending)}`].join(", ");
}
