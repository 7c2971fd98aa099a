"use client";

import { Ban, TriangleAlert, X } from "lucide-react";
import type { ListFilter } from "@/lib/list-address/list-filter";
import { filterWords } from "./filter-words";
import type { ValueNames } from "./value-word";

type Props = {
  id: string;
  filters: readonly ListFilter[];
  field: string;
  names: ValueNames;
  /** Nobody has this field any more. */
  isGone: boolean;
  isOpen: boolean;
  onEdit: () => void;
  onRemove: () => void;
};

/** All that one field is asked, in words: a press edits it, the cross or the Delete key takes it away. */
export function FilterPill({ id, filters, field, names, isGone, isOpen, onEdit, onRemove }: Props) {
  const words = filterWords(filters.length > 0 ? filters : [nothing(field)], names);
  const parts = filters.length > 0 ? words.parts : [];
  const excludesOnly = parts.length > 0 && parts.every(({ isExcluding }) => isExcluding);
  const look = excludesOnly
    ? "border-rejected-mark bg-rejected-tint text-rejected"
    : "border-accent bg-tint text-ink";
  return (
    <li className={`flex min-w-0 shrink-0 items-stretch rounded-full border text-xs ${look}`}>
      <button
        id={id}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={onEdit}
        onKeyDown={(event) => {
          if (event.key === "Delete" || event.key === "Backspace") onRemove();
        }}
        className="inline-flex min-h-7 pointer-coarse:min-h-11 min-w-0 items-center gap-1.5 rounded-l-full pl-3 pr-1"
      >
        {isGone ? (
          <span title="Nobody has answered this field" className="shrink-0 text-pending">
            <TriangleAlert aria-hidden="true" size={13} />
            <span className="sr-only">Nobody has answered this field. </span>
          </span>
        ) : null}
        {excludesOnly ? <Ban aria-hidden="true" size={13} className="shrink-0" /> : null}
        <span className="max-w-72 truncate" dir="auto">
          <span className="font-medium">{words.field}:</span>{" "}
          {parts.length === 0 ? "anything" : null}
          {parts.map(({ text, isExcluding }, at) => (
            <span key={text} className={isExcluding ? "text-rejected" : undefined}>
              {at > 0 ? <span className="text-ink">, </span> : null}
              {text}
            </span>
          ))}
        </span>
      </button>
      <button
        type="button"
        aria-label={`Remove the filter ${words.field}`}
        onClick={onRemove}
        className="grid w-8 pointer-coarse:w-11 place-items-center rounded-r-full text-soft hover:text-ink"
      >
        <X aria-hidden="true" size={14} />
      </button>
    </li>
  );
}

function nothing(field: string): ListFilter {
  return { field, operator: "answered", values: [] };
}
