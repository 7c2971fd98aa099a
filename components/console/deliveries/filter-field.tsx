"use client";

import { useEffect, useState } from "react";

type Props = { label: string; value: string; onChange: (value: string) => void };

/** A text that counts once it is whole: on Enter, or on leaving the field. */
export function FilterField({ label, value, onChange }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <label className="grid min-w-0 gap-1 text-soft text-xs">
      {label}
      <input
        value={text}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text.trim() !== value && onChange(text.trim())}
        onKeyDown={(event) => event.key === "Enter" && onChange(text.trim())}
        className="min-h-9 pointer-coarse:min-h-11 w-full min-w-0 rounded-md border border-edge bg-surface px-2.5 text-ink text-sm"
      />
    </label>
  );
}
