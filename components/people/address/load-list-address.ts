import type { SearchParams } from "nuqs/server";
import type { EventOverviewView } from "@/lib/connections/event-overview-view";
import { dropHiddenFields } from "@/lib/list-address/hidden-fields";
import { dropUnknownStatuses } from "@/lib/list-address/known-statuses";
import { readListAddress } from "@/lib/list-address/list-address";
import { seesField } from "@/lib/members/sight-view";
import { statusesOf } from "./statuses-of";

/** Reads a list's address on the server, as `useListAddress` does in the browser. */
export async function loadListAddress(
  search: Promise<SearchParams>,
  overview: Pick<EventOverviewView, "counts" | "sight">,
) {
  const params = searchOf(await search);
  return {
    address: dropHiddenFields(
      dropUnknownStatuses(readListAddress(params), statusesOf(overview)),
      (field) => seesField(overview.sight, field),
    ).address,
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
