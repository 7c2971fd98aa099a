"use client";

import { Ban } from "lucide-react";

type Choice = "is" | "not" | null;

type Props = {
  word: string;
  /** Null while nobody knows. */
  count: number | null;
  choice: Choice;
  /** Whether no more values can be wanted, or left out. */
  isFull: { is: boolean; not: boolean };
  onChoose: (choice: Choice) => void;
};

/** A value to tick, or to leave out with the button beside it. */
export function ValueRow({ word, count, choice, isFull, onChoose }: Props) {
  const isLeftOut = choice === "not";
  return (
    <li className="flex items-center rounded-sm hover:bg-canvas">
      <label className="flex min-h-9 pointer-coarse:min-h-11 min-w-0 flex-1 items-center gap-2 pl-1">
        <input
          type="checkbox"
          checked={choice === "is"}
          disabled={choice !== "is" && isFull.is}
          onChange={(event) => onChoose(event.target.checked ? "is" : null)}
          className="size-4 shrink-0"
        />
        <span
          className={`min-w-0 flex-1 truncate text-left ${isLeftOut ? "text-rejected line-through" : ""}`}
          dir="auto"
          title={word}
        >
          {word}
        </span>
        <span className="shrink-0 text-soft text-xs tabular-nums">
          {count === null ? null : count.toLocaleString("en-GB")}
        </span>
      </label>
      <button
        type="button"
        aria-pressed={isLeftOut}
        aria-label={`Leave out ${word}`}
        title="Leave out"
        disabled={!isLeftOut && isFull.not}
        onClick={() => onChoose(isLeftOut ? null : "not")}
        className="ml-1 grid size-8 pointer-coarse:size-11 shrink-0 place-items-center rounded-sm text-soft -outline-offset-2 hover:bg-rejected-tint hover:text-rejected aria-pressed:bg-rejected-tint aria-pressed:text-rejected"
      >
        <Ban aria-hidden="true" size={14} />
      </button>
    </li>
  );
}
