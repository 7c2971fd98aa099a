import { useState } from "react";
import type { ListColumn } from "@/lib/saved-views/list-layout-view";
import { NARROWEST_PX, WIDEST_PX, WIDTH_STEP_PX, widthOf } from "./column-widths";
import { fieldWord } from "./field-words";

type Props = { column: ListColumn; onResize: (id: string, px: number) => void };

/** A column's width in pixels. What is out of bounds counts only once one has finished typing. */
export function WidthField({ column, onResize }: Props) {
  const { id } = column;
  const [typed, setTyped] = useState<string | null>(null);
  const finish = () => {
    const px = Number(typed);
    if (typed !== null && px > 0 && px !== widthOf(column)) onResize(id, px);
    setTyped(null);
  };
  return (
    <input
      type="number"
      aria-label={`Width of ${fieldWord(id)} in pixels`}
      value={typed ?? widthOf(column)}
      min={NARROWEST_PX}
      max={WIDEST_PX}
      step={WIDTH_STEP_PX / 2}
      onChange={({ target }) => {
        setTyped(target.value);
        const px = Number(target.value);
        if (px >= NARROWEST_PX && px <= WIDEST_PX) onResize(id, px);
      }}
      onBlur={finish}
      onKeyDown={(event) => event.key === "Enter" && finish()}
      className="h-8 pointer-coarse:h-11 w-16 shrink-0 rounded-sm border border-edge bg-surface px-1.5 text-right text-soft text-xs tabular-nums"
    />
  );
}
