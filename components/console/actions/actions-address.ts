import { createLoader, parseAsString, type SearchParams } from "nuqs/server";

/** What of the trail lives in the address. */
export const ACTIONS_ADDRESS = { event: parseAsString.withDefault(""), cursor: parseAsString };

export function loadActionsAddress(search: Promise<SearchParams>) {
  return createLoader(ACTIONS_ADDRESS)(search);
}
