/** The orders of the list as the address names them; a minus turns one around. Nulls are always last. */
export const LIST_SORTS = [
  "-submitted",
  "submitted",
  "name",
  "-name",
  "-updated",
  "updated",
] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/** How one order reads its index. `idDirection` follows the index, so that ties need no sorting. */
export type ListOrder = {
  column: "submitted_at" | "name_key" | "updated_at";
  type: "timestamptz" | "text";
  nullable: boolean;
  direction: "ASC" | "DESC";
  idDirection: "ASC" | "DESC";
};

const BY_SUBMISSION = { column: "submitted_at", type: "timestamptz", nullable: true } as const;
const BY_NAME = { column: "name_key", type: "text", nullable: false } as const;
const BY_UPDATE = { column: "updated_at", type: "timestamptz", nullable: false } as const;

/** The order of each sort (prisma/migrations, `participants_by_…`). */
export const LIST_ORDERS: Record<ListSort, ListOrder> = {
  "-submitted": { ...BY_SUBMISSION, direction: "DESC", idDirection: "ASC" },
  submitted: { ...BY_SUBMISSION, direction: "ASC", idDirection: "DESC" },
  name: { ...BY_NAME, direction: "ASC", idDirection: "ASC" },
  "-name": { ...BY_NAME, direction: "DESC", idDirection: "DESC" },
  "-updated": { ...BY_UPDATE, direction: "DESC", idDirection: "ASC" },
  updated: { ...BY_UPDATE, direction: "ASC", idDirection: "DESC" },
};
