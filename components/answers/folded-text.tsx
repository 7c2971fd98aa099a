"use client";

import { type ReactNode, useId, useState } from "react";

const LONG = 480;
const MANY_LINES = 8;

type Props = {
  text: string;
  children: ReactNode;
  /** What follows the text once it is open. */
  more?: ReactNode;
};

/** A long text shows its beginning, and the rest when asked. */
export function FoldedText({ text, children, more }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const isLong = text.length > LONG || text.split("\n").length > MANY_LINES;
  if (!isLong) return children;
  return (
    <>
      <div id={id} className={isOpen ? undefined : "line-clamp-6"}>
        {children}
      </div>
      {isOpen ? more : null}
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
        className="mt-1 min-h-6 rounded-sm text-accent text-xs underline underline-offset-4"
      >
        {isOpen ? "Show less" : more ? "Show more" : "Show all"}
      </button>
    </>
  );
}
