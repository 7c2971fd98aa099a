"use client";

import { ChevronDown, Columns3 } from "lucide-react";
import { useCallback, useRef, useState } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { lazyPiece } from "@/components/ui/lazy-piece";
import type { Arranging } from "./use-arranging";

const ColumnsPopup = lazyPiece(() =>
  import("./columns-popup").then((module) => module.ColumnsPopup),
);

/** Which columns are seen, in which order, and how wide. */
export function ColumnsMenu({ eventId, arranging }: { eventId: string; arranging: Arranging }) {
  const [isOpen, setOpen] = useState(false);
  const [wasPressed, setWasPressed] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label="Columns"
        onPointerEnter={ColumnsPopup.preload}
        onFocus={ColumnsPopup.preload}
        onClick={() => {
          setWasPressed(true);
          setOpen(!isOpen);
        }}
        className={`${buttonLook("plain")} shrink-0 @max-xl:px-2.5`}
      >
        <Columns3 aria-hidden="true" size={16} />
        <span className="@max-xl:hidden">Columns</span>
        <ChevronDown aria-hidden="true" size={15} className="@max-xl:hidden" />
      </button>
      {wasPressed ? (
        <ColumnsPopup
          eventId={eventId}
          arranging={arranging}
          isOpen={isOpen}
          anchor={button}
          onClose={close}
        />
      ) : null}
    </>
  );
}
