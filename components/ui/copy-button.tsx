"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "./button";

const SHOWN_MS = 2_000;

type Props = {
  text: string;
  word: string;
  /** A picture alone, with `word` for screen readers and as a hint. */
  isIcon?: boolean;
};

/** Puts a text onto the clipboard, and says whether it got there. */
export function CopyButton({ text, word, isIcon = false }: Props) {
  const [told, setTold] = useState<string | null>(null);

  async function copy(): Promise<void> {
    const isDone = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setTold(isDone ? "Copied" : "The browser did not allow it");
    setTimeout(() => setTold(null), SHOWN_MS);
  }

  const Icon = told === "Copied" ? Check : Copy;
  if (isIcon) {
    return (
      <button
        type="button"
        title={told ?? word}
        onClick={() => void copy()}
        className="inline-grid size-7 shrink-0 place-items-center rounded-sm text-soft hover:bg-sunken hover:text-ink pointer-coarse:size-11"
      >
        <Icon aria-hidden="true" size={15} />
        <span aria-live="polite" className="sr-only">
          {told ?? word}
        </span>
      </button>
    );
  }
  return (
    <Button onClick={() => void copy()}>
      <Icon aria-hidden="true" size={15} />
      <span aria-live="polite">{told ?? word}</span>
    </Button>
  );
}
