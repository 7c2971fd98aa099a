"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { PeopleList } from "@/components/people/use-people-list";
import { eventQueries } from "@/components/queries/event-queries";
import { Button } from "@/components/ui/button";
import { questionOf } from "@/lib/list-address/list-address";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { ListFilter } from "@/lib/list-address/list-filter";
import type { ListCountsView } from "@/lib/participants/list-counts-view";
import { valuesOf, withChoice } from "./edit-filters";
import { moveFocus } from "./move-focus";
import { ValueRow } from "./value-row";
import { type ValueNames, valueWord } from "./value-word";

/** An address names no more of one field. */
const MOST_CHOSEN = 50;
const ENOUGH_TO_SEARCH = 8;

type Props = {
  list: PeopleList;
  kind: ListKind;
  eventId: string;
  filters: readonly ListFilter[];
  field: string;
  names: ValueNames;
  onChange: (filters: ListFilter[]) => void;
};

/** The values of a field with how many there are under the other filters, each to be wanted or left out. */
export function ValuesEditor({ list, kind, eventId, filters, field, names, onChange }: Props) {
  const [text, setText] = useState("");
  const rows = useRef<HTMLUListElement>(null);
  const facet = useFacet(list, kind, eventId, field);
  const wanted = valuesOf(filters, field, "is");
  const unwanted = valuesOf(filters, field, "not");
  const values = valuesWithChosen(facet.data?.facets[field], [...wanted, ...unwanted]);
  const word = (value: string) => valueWord(field, value, names);
  const shown = values.filter(({ value }) =>
    word(value).toLowerCase().includes(text.trim().toLowerCase()),
  );

  if (facet.isError) {
    return (
      <div role="alert" className="grid justify-items-start gap-2 text-soft">
        The values did not load.
        <Button onClick={() => void facet.refetch()}>Try again</Button>
      </div>
    );
  }
  return (
    <div className="grid gap-2">
      {values.length > ENOUGH_TO_SEARCH || text !== "" ? (
        <input
          type="text"
          aria-label="Find a value"
          placeholder="Find a value"
          value={text}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          onChange={(event) => setText(event.target.value)}
          className="min-h-9 pointer-coarse:min-h-11 w-full rounded-md border border-edge bg-surface px-3 pointer-coarse:text-base text-sm placeholder:text-soft"
        />
      ) : null}
      {facet.isPending ? (
        <p role="status" className="py-3 text-soft">
          Counting…
        </p>
      ) : null}
      {facet.data && shown.length === 0 ? (
        <p role="status" className="py-3 text-soft">
          {values.length === 0 ? "Nobody has a value here." : "No value is called that."}
        </p>
      ) : null}
      <ul
        ref={rows}
        aria-busy={facet.isPlaceholderData}
        onKeyDown={(event) => moveFocus(event, rows.current, controlsLike(event.target))}
        className="max-h-60 overflow-y-auto overscroll-contain"
      >
        {shown.map(({ value, count }) => (
          <ValueRow
            key={value}
            word={word(value)}
            count={count}
            choice={wanted.includes(value) ? "is" : unwanted.includes(value) ? "not" : null}
            isFull={{ is: wanted.length >= MOST_CHOSEN, not: unwanted.length >= MOST_CHOSEN }}
            onChoose={(choice) => onChange(withChoice(filters, field, value, choice))}
          />
        ))}
      </ul>
      {facet.data && facet.data.facets[field]?.isWhole === false ? (
        <p className="text-soft text-xs">Only the most frequent values are listed.</p>
      ) : null}
    </div>
  );
}

/** Its own filters do not narrow a facet, nor does the order: without them it need not be asked again. */
function useFacet({ address }: PeopleList, kind: ListKind, eventId: string, field: string) {
  const others = address.filters.filter((filter) => filter.field !== field);
  const question = questionOf({ filters: others, q: address.q, sort: [] });
  return useQuery({
    ...eventQueries.counts(eventId, kind, question, [field]),
    placeholderData: keepPreviousData,
  });
}

/** What was chosen and does not occur is listed as well: otherwise nobody could take it back. */
function valuesWithChosen(
  facet: ListCountsView["facets"][string] | undefined,
  chosen: readonly string[],
): { value: string; count: number | null }[] {
  const values = facet?.values ?? [];
  const missing = chosen.filter((value) => !values.some((each) => each.value === value));
  const count = facet?.isWhole ? 0 : null;
  return [...missing.map((value) => ({ value, count })), ...values];
}

/** Arrows move along checkboxes or along the buttons beside them. */
function controlsLike(target: EventTarget): string {
  return target instanceof HTMLInputElement ? "input:enabled" : "button:enabled";
}
