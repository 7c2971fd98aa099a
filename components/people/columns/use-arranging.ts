import { useMemo } from "react";
import type { ListColumn } from "@/lib/saved-views/list-layout-view";
import { hideColumn, moveColumn, resizeColumn, showColumn } from "./arrange-columns";
import { placeWords, widthWords } from "./column-words";
import { fieldWord } from "./field-words";
import { shownColumns } from "./known-columns";
import type { ListLayout } from "./use-list-layout";

/** The columns of a list and what can be done with them; every change is said. */
export function useArranging(layout: ListLayout, say: (text: string) => void) {
  const { columns: kept, usual, change } = layout;
  return useMemo(() => {
    const columns = shownColumns(kept);
    const arrange = (next: ListColumn[], words: string) => {
      change(next);
      say(words);
    };
    return {
      columns,
      move(id: string, to: number): void {
        const next = moveColumn(columns, id, to);
        arrange(next, placeWords(next, id));
      },
      /** Null: as wide as it was at first. */
      resize(id: string, px: number | null): void {
        const next = resizeColumn(columns, id, px);
        arrange(next, widthWords(next, id));
      },
      show(id: string): void {
        const next = showColumn(columns, id);
        arrange(next, placeWords(next, id));
      },
      hide: (id: string) => arrange(hideColumn(columns, id), `${fieldWord(id)}, hidden`),
      reset: () =>
        arrange(
          usual.map((id) => ({ id })),
          "Columns as they were at first",
        ),
    };
  }, [kept, usual, change, say]);
}

export type Arranging = ReturnType<typeof useArranging>;
