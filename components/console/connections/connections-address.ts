import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import type { ConnectionFilters } from "@/components/queries/console-queries";

const text = parseAsString.withDefault("");

/** What of the list lives in the address, so that a copied link opens the same list. */
export const CONNECTIONS_ADDRESS = {
  state: text,
  cause: text,
  health: text,
  published: text,
  q: text,
};

/** Reads the list's filters on the server. */
export async function loadConnectionsAddress(
  search: Promise<SearchParams>,
): Promise<ConnectionFilters> {
  return cleanConnectionFilters(await createLoader(CONNECTIONS_ADDRESS)(search));
}

const HEALTHS = ["good", "trouble", "ended"];

/** The filters as both sides name them in the query's key. What the list cannot be asked is left out. */
export function cleanConnectionFilters(filters: ConnectionFilters): ConnectionFilters {
  const clean = (value: string) => value.replaceAll("\0", "").trim();
  return {
    state: clean(filters.state).slice(0, 100),
    cause: clean(filters.cause).slice(0, 100),
    health: HEALTHS.includes(filters.health) ? filters.health : "",
    published: ["yes", "no"].includes(filters.published) ? filters.published : "",
    q: clean(filters.q).slice(0, 200),
  };
}
