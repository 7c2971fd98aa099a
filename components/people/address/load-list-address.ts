import type { SearchParams } from "nuqs/server";
import { readListAddress } from "@/lib/list-address/list-address";

/** Reads a list's address on the server, as `useListAddress` does in the browser. */
export async function loadListAddress(search: Promise<SearchParams>) {
  const params = searchOf(await search);
  return {
    address: readListAddress(params).address,
    saysNothing: params.size === 0,
    hasView: params.has("view"),
  };
}

function searchOf(params: SearchParams): URLSearchParams {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): [string, string] => [name, each]),
  );
  return new URLSearchParams(pairs);
}
