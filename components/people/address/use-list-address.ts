import { useQuery } from "@tanstack/react-query";
import { parseAsNativeArrayOf, parseAsString, useQueryStates } from "nuqs";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { useSight } from "@/components/queries/use-sight";
import { dropHiddenFields } from "@/lib/list-address/hidden-fields";
import { dropUnknownStatuses } from "@/lib/list-address/known-statuses";
import {
  type ListAddress,
  questionOf,
  readListAddress,
  writeListAddress,
} from "@/lib/list-address/list-address";
import { statusesOf } from "./statuses-of";

const PARSERS = {
  status: parseAsNativeArrayOf(parseAsString),
  f: parseAsNativeArrayOf(parseAsString),
  q: parseAsString,
  sort: parseAsString,
  columns: parseAsString,
  view: parseAsString,
  selected: parseAsString,
};

/** What of a list lives in the address, so that a copied link opens the same list, and the means to change it. */
export function useListAddress(eventId: string) {
  const [params, setParams] = useQueryStates(PARSERS, { history: "replace" });
  const { status, f, q, sort, columns, view, selected } = params;
  const known = useKnownStatuses(eventId);
  const { sees, name: seesNames } = useSight(eventId);
  const { address, dropped } = useMemo(() => {
    const read = readListAddress(searchOf({ status, f, q, sort, columns }));
    return dropHiddenFields(dropUnknownStatuses(read, known), { sees, seesNames });
  }, [status, f, q, sort, columns, known, sees, seesNames]);
  /** Opening somebody is a step that Back takes back; from one to the next is none. */
  const isOpening = useRef(false);
  useEffect(() => {
    if (selected === null) isOpening.current = false;
  }, [selected]);
  /**
   * Changes the address; what was dropped from it before is gone with that. Another question is a step
   * that Back takes back, unless it is still being typed.
   */
  const change = useCallback(
    (patch: Partial<ListAddress>, isTyping = false) => {
      const next = { ...address, ...patch };
      const history = !isTyping && isStep(address, next) ? "push" : "replace";
      if (history === "push") isOpening.current = false;
      void setParams(paramsOf(next), { history });
    },
    [address, setParams],
  );
  const select = useCallback(
    (participantId: string | null) => {
      if (participantId === null && isOpening.current) {
        window.history.back();
        return;
      }
      const isStep = participantId !== null && selected === null;
      if (isStep) isOpening.current = true;
      void setParams({ selected: participantId }, { history: isStep ? "push" : "replace" });
    },
    [selected, setParams],
  );
  /** Opens another list at once: a saved view, or none. */
  const open = useCallback(
    (text: string, viewId: string | null) => {
      const next = readListAddress(new URLSearchParams(text)).address;
      isOpening.current = false;
      void setParams({ ...paramsOf(next), view: viewId }, { history: "push" });
    },
    [setParams],
  );
  return { address, question: questionOf(address), dropped, view, selected, change, select, open };
}

/** The statuses that were there at any time since the page was opened: a filter stays while its last row leaves. */
function useKnownStatuses(eventId: string): ReadonlySet<string> | null {
  const { data: overview } = useQuery(eventQueries.overview(eventId));
  const now = overview ? statusesOf(overview) : null;
  const [known, setKnown] = useState(now);
  if (now && !(known && [...now].every((status) => known.has(status)))) {
    const all = new Set([...now, ...(known ?? [])]);
    setKnown(all);
    return all;
  }
  return now && known;
}

/** Whether Back should lead from the one to the other: a search is one step, however long it is typed. */
function isStep(before: ListAddress, after: ListAddress): boolean {
  const isSameSearch = (before.q === "") === (after.q === "");
  return !isSameSearch || questionOf({ ...before, q: "" }) !== questionOf({ ...after, q: "" });
}

type Texts = {
  status: string[];
  f: string[];
  q: string | null;
  sort: string | null;
  columns: string | null;
};

function searchOf({ status, f, ...single }: Texts): URLSearchParams {
  const search = new URLSearchParams();
  for (const each of status) search.append("status", each);
  for (const each of f) search.append("f", each);
  for (const [name, value] of Object.entries(single)) if (value !== null) search.set(name, value);
  return search;
}

/** Null takes a parameter out of the address. */
function paramsOf(address: ListAddress): Texts {
  const search = writeListAddress(address);
  const all = (name: string) => search.getAll(name);
  return {
    status: all("status"),
    f: all("f"),
    q: search.get("q"),
    sort: search.get("sort"),
    columns: search.get("columns"),
  };
}
