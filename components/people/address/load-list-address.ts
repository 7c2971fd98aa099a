import type { SearchParams } from "nuqs/server";
import type { EventOverviewView } from "@/lib/connections/event-overview-view";
import { dropHiddenFields } from "@/lib/list-address/hidden-fields";
import { dropUnknownStatuses } from "@/lib/list-address/known-statuses";
import { readListAddress } from "@/lib/list-address/list-address";
import { answerKeyOf } from "@/lib/list-address/list-fields";
import { seesField } from "@/lib/members/sight-view";
import { statusesOf } from "./statuses-of";

/** Reads a list's address on the server, as `useListAddress` does in the browser. */
export async function loadListAddress(
  search: Promise<SearchParams>,
  overview: Pick<EventOverviewView, "counts" | "sight">,
  /** The fields of the form that are seen, where they are not all; null: all. */
  formFields: ReadonlySet<string> | null,
) {
  const params = searchOf(await search);
  return {
    address: dropHiddenFields(dropUnknownStatuses(readListAddress(params), statusesOf(overview)), {
      sees: (field) => seesField(overview.sight, field) && isOfForm(field, formFields),
      seesNames: overview.sight.name,
    }).address,
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

/** Answers to fields that nobody says are there are not asked for; `null`: nobody need say. */
function isOfForm(field: string, formFields: ReadonlySet<string> | null): boolean {
  const key = answerKeyOf(field);
  return key === null || formFields === null || formFields.has(key);
}
