import type { ListKind } from "@/lib/list-address/list-fields";

/** The columns of a list while nobody knows what its form asks. `answers` is the short form of all of them. */
export const DEFAULT_COLUMNS: Record<ListKind, readonly string[]> = {
  applications: ["name", "answers", "status", "submitted", "updated"],
  participants: ["name", "answers", "role", "status", "registered"],
};
