import { z } from "zod";
import { conditionOf, DeliveryEvent, DeliveryFilter } from "./delivery-filter";

/** As many as a dry run looks at. */
const MOST_CHOSEN = 500;

const Chosen = z.object({
  deliveries: z
    .array(
      z.object({
        /** As the list shows it: null, or "integration", for the integration as a whole. */
        eventId: z.union([DeliveryEvent, z.null().transform(() => "")]),
        deliveryId: z.uuid(),
      }),
    )
    .min(1)
    .max(MOST_CHOSEN),
});

/** Without a filter it would be every delivery that is kept. */
const Filter = DeliveryFilter.strict().refine(
  (filter) => Object.values(filter).some((part) => part !== undefined),
  "Choose which deliveries, by a filter or one by one.",
);

/** What to replay: deliveries by name, or all that a filter of the list matches. */
export const ReplaySelection = z.union([Chosen, Filter]);
export type ReplaySelection = z.output<typeof ReplaySelection>;

/** The selection as a condition over a row `d` of deliveries, with its parameters from `$1` on. */
export function selected(selection: ReplaySelection): { text: string; values: unknown[] } {
  if (!("deliveries" in selection)) return conditionOf(selection);
  return {
    text: `(d.event_id, d.delivery_id) IN (
      SELECT * FROM unnest($1::text[], $2::uuid[]))`,
    values: [
      selection.deliveries.map(({ eventId }) => eventId),
      selection.deliveries.map(({ deliveryId }) => deliveryId),
    ],
  };
}
