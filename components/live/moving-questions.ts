import type { ListKind } from "@/lib/list-address/list-fields";

/**
 * Whether who changes can get another place: in any order but by submission, which never changes. A
 * search that names no order is ordered by how well it fits.
 */
export function isReordering(kind: ListKind, question: string): boolean {
  const search = new URLSearchParams(question);
  const usual = kind === "applications" && !search.get("q") ? "-submitted" : "";
  const sort = search.get("sort") ?? usual;
  return sort !== "-submitted" && sort !== "submitted";
}

/** Whether who changes can begin to match, or cease to. */
export function isSelective(question: string): boolean {
  const search = new URLSearchParams(question);
  return ["status", "f", "q"].some((name) => search.has(name));
}
