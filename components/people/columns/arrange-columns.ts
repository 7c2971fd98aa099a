import type { ListColumn } from "@/lib/saved-views/list-layout-view";
import { clampWidth } from "./column-widths";

/** Moves a column to a place, counted from 0. The first place is the name's. */
export function moveColumn(columns: readonly ListColumn[], id: string, to: number): ListColumn[] {
  const at = columns.findIndex((column) => column.id === id);
  const column = columns[at];
  if (!column || at === 0) return [...columns];
  const place = Math.min(Math.max(to, 1), columns.length - 1);
  return columns.toSpliced(at, 1).toSpliced(place, 0, column);
}

/** Gives a column a width; null: the one it began with. */
export function resizeColumn(
  columns: readonly ListColumn[],
  id: string,
  px: number | null,
): ListColumn[] {
  return columns.map((column) => {
    if (column.id !== id) return column;
    return px === null ? { id } : { id, width: clampWidth(px) };
  });
}

export function showColumn(columns: readonly ListColumn[], id: string): ListColumn[] {
  return columns.some((column) => column.id === id) ? [...columns] : [...columns, { id }];
}

export function hideColumn(columns: readonly ListColumn[], id: string): ListColumn[] {
  return columns.filter((column) => column.id !== id || id === "name");
}
