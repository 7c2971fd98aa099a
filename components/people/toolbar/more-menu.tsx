"use client";

import { Ellipsis } from "lucide-react";
import { useCallback, useRef, useState } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { lazyPiece } from "@/components/ui/lazy-piece";
import type { MoreProps } from "./more-popup";

const MorePopup = lazyPiece(() => import("./more-popup").then((module) => module.MorePopup));

/** What else can be done with the list as a whole. */
export function MoreMenu(props: MoreProps) {
  const [isOpen, setOpen] = useState(false);
  const [wasPressed, setWasPressed] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        title="More"
        onPointerEnter={MorePopup.preload}
        onFocus={MorePopup.preload}
        onClick={() => {
          setWasPressed(true);
          setOpen(!isOpen);
        }}
        className={`${buttonLook("plain")} w-9 shrink-0 pointer-coarse:w-11`}
      >
        <Ellipsis aria-hidden="true" size={17} className="shrink-0" />
        <span className="sr-only">More</span>
      </button>
      {wasPressed ? <MorePopup {...props} isOpen={isOpen} onClose={close} anchor={button} /> : null}
    </>
  );
}
