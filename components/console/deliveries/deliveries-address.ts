import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import type { DeliveryFilters } from "@/components/queries/console-queries";

const text = parseAsString.withDefault("");

/** What of the list lives in the address, the page included. */
export const DELIVERIES_ADDRESS = {
  id: text,
  state: text,
  type: text,
  event: text,
  outcome: text,
  from: text,
  to: text,
  cursor: parseAsString,
};

/** Reads the list's filters and its page on the server. */
export async function loadDeliveriesAddress(search: Promise<SearchParams>) {
  const { cursor, ...filters } = await createLoader(DELIVERIES_ADDRESS)(search);
  return { filters: cleanDeliveryFilters(filters), cursor };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const STATES = ["pending", "processed", "dead"];

/** The filters as both sides name them in the query's key. What the list cannot be asked is left out. */
export function cleanDeliveryFilters(filters: DeliveryFilters): DeliveryFilters {
  const clean = (value: string) => value.replaceAll("\0", "").trim().slice(0, 100);
  return {
    id: UUID.test(filters.id.trim()) ? filters.id.trim().toLowerCase() : "",
    state: STATES.includes(filters.state) ? filters.state : "",
    type: clean(filters.type),
    event: /^[A-Za-z0-9_-]+$/.test(filters.event) ? clean(filters.event) : "",
    outcome: clean(filters.outcome),
    from: moment(filters.from),
    to: moment(filters.to),
  };
}

/** Whole minutes in UTC, because that is what an operator can type. */
function moment(value: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00Z$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : "";
}
