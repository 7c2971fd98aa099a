import type { ListKind } from "@/lib/list-address/list-fields";

/** The columns of a list that nobody has arranged yet. `answers` is the short form of all of them. */
export const DEFAULT_COLUMNS: Record<ListKind, readonly string[]> = {
  applications: ["name", "answers", "status", "submitted", "updated"],
  participants: ["name", "answers", "role", "status", "registered"],
};
