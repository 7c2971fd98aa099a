import { z } from "zod";
import { EventId } from "@/lib/event-id";

/** How an address names the integration as a whole; its deliveries are stored under no event. */
export const INTEGRATION_NAME = "integration";

/** An event's id as stored, from how an address names it. */
export const DeliveryEvent = z.union([z.literal(INTEGRATION_NAME).transform(() => ""), EventId]);

/** Of the years 1970 to 9999, in UTC: PostgreSQL does not know all that ISO 8601 allows. */
const moment = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .refine((text) => /^\d{4}-/.test(text) && Date.parse(text) >= 0, "is out of all bounds");
const word = z.string().regex(/^\P{Cc}{1,200}$/u, "has signs that no word has");

/** Which deliveries an operator wants to see, or to replay. */
export const DeliveryFilter = z.object({
  /** X-Revento-Delivery-Id */
  id: z.uuid().optional(),
  state: z.enum(["pending", "processed", "dead"]).optional(),
  type: word.optional(),
  outcome: word.optional(),
  event: DeliveryEvent.optional(),
  /** Received at this moment or after it. */
  from: moment.optional(),
  /** Received before this moment. */
  to: moment.optional(),
});
export type DeliveryFilter = z.output<typeof DeliveryFilter>;

const CONDITIONS: [keyof DeliveryFilter, (parameter: string) => string][] = [
  ["id", (parameter) => `d.delivery_id = ${parameter}::uuid`],
  ["state", (parameter) => `d.state = ${parameter}`],
  ["type", (parameter) => `d.type = ${parameter}`],
  ["outcome", (parameter) => `d.outcome = ${parameter}`],
  ["event", (parameter) => `d.event_id = ${parameter}`],
  ["from", (parameter) => `d.received_at >= ${parameter}::timestamptz`],
  ["to", (parameter) => `d.received_at < ${parameter}::timestamptz`],
];

/** Words of a few that have an index of their own stand in the text, so that it is found. */
const INDEXED = new Set(["dead", "pending", "unknown_type"]);

/** The filter as a condition over a row `d` of deliveries, with its parameters from `$1` on. */
export function conditionOf(filter: DeliveryFilter): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const parts = CONDITIONS.flatMap(([name, condition]) => {
    const value = filter[name];
    if (value === undefined) return [];
    if (INDEXED.has(value)) return [condition(`'${value}'`)];
    values.push(value);
    return [condition(`$${values.length}`)];
  });
  return { text: parts.length > 0 ? parts.join(" AND ") : "true", values };
}
