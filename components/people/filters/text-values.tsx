"use client";

import { Plus, X } from "lucide-react";
import { useId, useState } from "react";

const LONGEST = 200;

type Props = { label: string; values: readonly string[]; onChange: (values: string[]) => void };

/** Texts, one by one: Enter adds what was typed, and so does leaving the field. */
export function TextValues({ label, values, onChange }: Props) {
  const id = useId();
  const [text, setText] = useState("");

  function add(): void {
    const value = text.trim();
    setText("");
    if (value !== "" && !values.includes(value)) onChange([...values, value]);
  }

  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-soft text-xs">
        {label}
      </label>
      {values.length > 0 ? (
        <ul className="flex flex-wrap gap-1">
          {values.map((value) => (
            <li
              key={value}
              className="flex max-w-full items-center rounded-sm bg-tint pl-2 text-xs"
            >
              <span className="min-w-0 truncate" dir="auto">
                {value}
              </span>
              <button
                type="button"
                aria-label={`Remove ${value}`}
                onClick={() => onChange(values.filter((each) => each !== value))}
                className="grid size-7 pointer-coarse:size-11 shrink-0 place-items-center rounded-sm text-soft hover:text-ink"
              >
                <X aria-hidden="true" size={13} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="flex gap-1.5">
        <input
          id={id}
          type="text"
          value={text}
          maxLength={LONGEST}
          autoComplete="off"
          dir="auto"
          onChange={(event) => setText(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
          className="min-h-9 pointer-coarse:min-h-11 min-w-0 flex-1 rounded-md border border-edge bg-surface px-3 pointer-coarse:text-base text-sm"
        />
        <button
          type="button"
          aria-label={`Add to: ${label}`}
          disabled={text.trim() === ""}
          onClick={add}
          className="grid size-9 pointer-coarse:size-11 shrink-0 place-items-center rounded-md border border-edge text-soft hover:bg-sunken hover:text-ink disabled:opacity-50"
        >
          <Plus aria-hidden="true" size={16} />
        </button>
      </div>
    </div>
  );
}
