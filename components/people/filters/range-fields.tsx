"use client";

import { useState } from "react";
import type { ListFilter } from "@/lib/list-address/list-filter";
import { type RangeDraft, readRange } from "./read-range";

type Props = {
  field: string;
  isDays: boolean;
  range: ListFilter | null;
  onChange: (range: ListFilter | null) => void;
};

/** The two ends of a range. What makes sense counts at once; the rest waits for more. */
export function RangeFields({ field, isDays, range, onChange }: Props) {
  const [draft, setDraft] = useState(() => draftOf(range));
  const [seen, setSeen] = useState(range);
  // The address can change without us: back, forward, a quick choice.
  if (!isSame(seen, range)) {
    setSeen(range);
    setDraft((now) => ({ ...draftOf(range), isOutside: range ? isOutside(range) : now.isOutside }));
  }
  const isUnfinished = readRange(field, isDays, draft) === "unfinished";

  function type(patch: Partial<RangeDraft>): void {
    const next = { ...draft, ...patch };
    setDraft(next);
    const read = readRange(field, isDays, next);
    if (read === "unfinished" || isSame(read, range)) return;
    setSeen(read);
    onChange(read);
  }

  return (
    <div className="grid grid-cols-2 gap-2">
      {(["from", "to"] as const).map((end) => (
        <label key={end} className="grid min-w-0 gap-1 text-soft text-xs">
          {end === "from" ? "From" : "To"}
          <input
            type={isDays ? "date" : "text"}
            inputMode={isDays ? undefined : "decimal"}
            value={draft[end]}
            aria-invalid={isUnfinished || undefined}
            onChange={(event) => type({ [end]: event.target.value.trim().replace(",", ".") })}
            className="min-h-9 pointer-coarse:min-h-11 w-full min-w-0 rounded-md border border-edge bg-surface px-2 pointer-coarse:text-base text-ink text-sm aria-invalid:border-rejected-mark"
          />
        </label>
      ))}
      <label className="col-span-2 flex min-h-7 pointer-coarse:min-h-11 items-center gap-2">
        <input
          type="checkbox"
          checked={draft.isOutside}
          onChange={(event) => type({ isOutside: event.target.checked })}
          className="size-4"
        />
        Is not in this range
      </label>
      {isUnfinished ? (
        <p role="status" className="col-span-2 text-rejected text-xs">
          {isDays ? "Not a range of days yet." : "Not a range of numbers yet."}
        </p>
      ) : null}
    </div>
  );
}

function draftOf(range: ListFilter | null): RangeDraft {
  const [from = "", to = ""] = range?.values ?? [];
  return { from, to, isOutside: range !== null && isOutside(range) };
}

function isOutside({ operator }: ListFilter): boolean {
  return operator === "outside";
}

function isSame(one: ListFilter | null, other: ListFilter | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
