import type { DeliveryFilters } from "@/components/queries/console-queries";
import type { DeliveryName } from "./use-selection";

export type ReplayOrder = Partial<DeliveryFilters> | { deliveries: DeliveryName[] };

/** What a replay is asked for: some deliveries by name, or all that the filter matches. */
export function replayOrder(
  names: readonly DeliveryName[] | null,
  filters: DeliveryFilters,
): ReplayOrder {
  if (names) return { deliveries: [...names] };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
}
