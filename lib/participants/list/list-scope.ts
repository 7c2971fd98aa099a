import type { ListKind } from "@/lib/list-address/list-fields";

/**
 * What belongs to a list at all, whatever it is asked. `has` takes a status as `participant_counts`
 * names it ("" is: no application); `statuses` are all there can be, null where every word of
 * Revento's belongs.
 */
export type ListScope = { has(status: string): boolean; statuses: (string | null)[] | null };

/** Applications have a status; who takes part is approved, or never had to apply. */
export const LIST_SCOPES: Record<ListKind, ListScope> = {
  applications: { has: (status) => status !== "", statuses: null },
  participants: {
    has: (status) => status === "" || status === "approved",
    statuses: ["approved", null],
  },
};
