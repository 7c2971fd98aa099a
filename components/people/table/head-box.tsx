import { useMemo } from "react";
import type { Selection } from "@/components/people/selection/use-selection";

type Props = { rows: readonly { participantId: string }[]; selection: Selection };

/** Picks every row that is loaded, or none; in between where some are picked. */
export function HeadBox({ rows, selection: { has, pickPage, clear } }: Props) {
  const picked = useMemo(
    () => rows.reduce((sum, row) => sum + (has(row.participantId) ? 1 : 0), 0),
    [rows, has],
  );
  const isAll = rows.length > 0 && picked === rows.length;
  return (
    <label className="grid size-9 place-items-center">
      <span className="sr-only">Select every row that is loaded</span>
      <input
        ref={(input) => {
          if (input) input.indeterminate = picked > 0 && !isAll;
        }}
        type="checkbox"
        checked={isAll}
        disabled={rows.length === 0}
        onChange={() => (isAll ? clear() : pickPage())}
        className="size-4"
      />
    </label>
  );
}
