import type { ListKind } from "@/lib/list-address/list-fields";
import type { ListColumn, ListLayoutView } from "@/lib/saved-views/list-layout-view";
import { DEFAULT_COLUMNS } from "./default-columns";

type Arranged = Pick<ListLayoutView, "columns"> & Partial<Pick<ListLayoutView, "usual">>;

/** The columns of a list that nobody has arranged. */
export function usualColumns(kind: ListKind, layout: Partial<Arranged> | undefined) {
  return layout?.usual ?? DEFAULT_COLUMNS[kind];
}

/** The columns that the address asks for; else the member's own; else those that a list begins with. */
export function columnsInForce(
  kind: ListKind,
  asked: readonly string[] | null,
  layout: Arranged | undefined,
): ListColumn[] {
  const own = layout?.columns ?? [];
  if (!asked?.length && own.length > 0) return own;
  const widths = new Map(own.map(({ id, width }) => [id, width]));
  return (asked?.length ? asked : usualColumns(kind, layout)).map((id) => {
    const width = widths.get(id);
    return width === undefined ? { id } : { id, width };
  });
}
