"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "./button";

const SHOWN_MS = 2_000;

/** Puts a text onto the clipboard, and says whether it got there. */
export function CopyButton({ text, word }: { text: string; word: string }) {
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
  return (
    <Button onClick={() => void copy()}>
      <Icon aria-hidden="true" size={15} />
      <span aria-live="polite">{told ?? word}</span>
    </Button>
  );
}
