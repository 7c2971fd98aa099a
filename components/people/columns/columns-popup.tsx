"use client";

import { useQuery } from "@tanstack/react-query";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { useSight } from "@/components/queries/use-sight";
import { AnchoredPopup } from "@/components/ui/anchored-popup";
import { answerField } from "@/lib/list-address/list-fields";
import { ColumnRow } from "./column-row";
import { fieldWord } from "./field-words";
import { BUILT_IN_COLUMNS } from "./known-columns";
import type { Arranging } from "./use-arranging";
import { useColumnDrag } from "./use-column-drag";

type Props = {
  eventId: string;
  arranging: Arranging;
  isOpen: boolean;
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
};

/** The columns that are seen, to be moved, and below them those that are not. */
export function ColumnsPopup({ eventId, arranging, isOpen, anchor, onClose }: Props) {
  const { columns, move, show, reset } = arranging;
  const { data: fields } = useQuery(eventQueries.formFields(eventId));
  const drag = useColumnDrag(move, "y");
  // A row that moves loses the focus, one that is shown or hidden goes to the other list.
  const follow = useRef<string | null>(null);
  useEffect(() => {
    const id = follow.current;
    follow.current = null;
    if (columns && id !== null) document.getElementById(id)?.focus();
  }, [columns]);
  const onFocusing = (id: string) => {
    follow.current = id;
  };
  const { sees } = useSight(eventId);
  const known = [
    ...BUILT_IN_COLUMNS.filter(sees),
    ...(fields ?? []).map(({ key }) => answerField(key)),
  ];
  const hidden = known.filter((id) => !columns.some((column) => column.id === id));
  return (
    <AnchoredPopup
      open={isOpen}
      onClose={onClose}
      anchor={useCallback(() => anchor.current, [anchor])}
      title="Columns"
      className="w-96"
    >
      <p className="px-1 pb-1 text-soft text-xs" id="shown-columns">
        Shown, in this order
      </p>
      <ul aria-labelledby="shown-columns">
        {columns.map((column, at) => (
          <ColumnRow
            key={column.id}
            column={column}
            at={at}
            count={columns.length}
            arranging={arranging}
            drag={drag}
            onFocusing={onFocusing}
          />
        ))}
      </ul>
      {hidden.length > 0 ? (
        <>
          <p className="px-1 pt-3 pb-1 text-soft text-xs" id="hidden-columns">
            Hidden
          </p>
          <ul aria-labelledby="hidden-columns">
            {hidden.map((id) => (
              <li key={id}>
                <label className="flex min-h-9 pointer-coarse:min-h-11 items-center gap-2.5 rounded-sm px-1 hover:bg-canvas">
                  <input
                    id={`column ${id}`}
                    type="checkbox"
                    checked={false}
                    onChange={() => {
                      onFocusing(`column ${id}`);
                      show(id);
                    }}
                    className="size-4"
                  />
                  <span className="min-w-0 truncate" dir="auto">
                    {fieldWord(id)}
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <button
        type="button"
        onClick={reset}
        className="mt-2 min-h-9 pointer-coarse:min-h-11 px-1 text-accent underline underline-offset-4"
      >
        As it was at first
      </button>
    </AnchoredPopup>
  );
}
