"use client";

import { ListFilter } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { buttonLook } from "@/components/ui/button-look";

/** Filters that a phone shows only when asked to: the list comes first there. `count`: how many are set. */
export function FilterFold({ count, children }: { count: number; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className={`${buttonLook("plain")} justify-self-start sm:hidden`}
      >
        <ListFilter aria-hidden="true" size={16} />
        {count > 0 ? `Filters · ${count}` : "Filters"}
      </button>
      <div id={id} className={isOpen ? "grid gap-3" : "hidden gap-3 sm:grid"}>
        {children}
      </div>
    </>
  );
}
