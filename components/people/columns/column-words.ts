import type { ListColumn } from "@/lib/saved-views/list-layout-view";
import { widthOf } from "./column-widths";
import { fieldWord } from "./field-words";

/** Where a column now is: "Favorite track, now column 3 of 7". */
export function placeWords(columns: readonly ListColumn[], id: string): string {
  const at = columns.findIndex((column) => column.id === id);
  if (at < 0) return `${fieldWord(id)}, hidden`;
  return `${fieldWord(id)}, now column ${at + 1} of ${columns.length}`;
}

/** How wide a column now is: "Favorite track, width 180 pixels". */
export function widthWords(columns: readonly ListColumn[], id: string): string {
  const column = columns.find((each) => each.id === id);
  return column ? `${fieldWord(id)}, width ${widthOf(column)} pixels` : "";
}
