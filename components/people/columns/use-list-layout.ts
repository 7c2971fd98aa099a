import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { useCallback, useMemo } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { useSight } from "@/components/queries/use-sight";
import { type ListAddress, writeListAddress } from "@/lib/list-address/list-address";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Density, ListColumn } from "@/lib/saved-views/list-layout-view";
import { columnsInForce, usualColumns } from "./columns-in-force";
import { useKeepLayout } from "./use-keep-layout";

export type ListLayout = {
  columns: ListColumn[];
  /** The columns of a list that nobody has arranged. */
  usual: readonly string[];
  density: Density;
  change: (columns: ListColumn[]) => void;
  setDensity: (density: Density) => void;
};

/**
 * The columns that are seen, in order, and the means to arrange them. The address names columns only, so
 * that a link opens the same ones for everybody; how wide they are is each member's own.
 */
export function useListLayout(
  eventId: string,
  kind: ListKind,
  address: Pick<ListAddress, "columns">,
): ListLayout {
  const { data: layout } = useQuery(eventQueries.layout(eventId, kind));
  const [, setColumns] = useQueryState(
    "columns",
    parseAsString.withOptions({ history: "replace" }),
  );
  const keep = useKeepLayout(eventId, kind);
  const asked = address.columns;
  const { sees } = useSight(eventId);
  const columns = useMemo(
    () => columnsInForce(kind, asked, layout).filter(({ id }) => sees(id)),
    [kind, asked, layout, sees],
  );
  const usual = useMemo(() => usualColumns(kind, layout).filter(sees), [kind, layout, sees]);

  const change = useCallback(
    (next: ListColumn[]) => {
      // Another width is nothing that an address tells.
      if (!hasSameIds(next, columns)) void setColumns(writeColumns(next));
      keep({ columns: next });
    },
    [columns, setColumns, keep],
  );
  const setDensity = useCallback((density: Density) => keep({ density }), [keep]);
  return { columns, usual, density: layout?.density ?? "regular", change, setDensity };
}

function hasSameIds(some: readonly ListColumn[], others: readonly ListColumn[]): boolean {
  return some.length === others.length && some.every(({ id }, at) => id === others[at]?.id);
}

function writeColumns(columns: readonly ListColumn[]): string | null {
  const ids = columns.map(({ id }) => id);
  return writeListAddress({ filters: [], q: "", sort: [], columns: ids }).get("columns");
}
