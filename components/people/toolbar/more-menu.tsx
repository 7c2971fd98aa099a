"use client";

import { Ellipsis } from "lucide-react";
import { buttonLook } from "@/components/ui/button-look";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { usePopup } from "@/components/ui/use-popup";
import type { MoreProps } from "./more-popup";

const MorePopup = lazyPiece(() => import("./more-popup").then((module) => module.MorePopup));

/** What else can be done with the list as a whole. */
export function MoreMenu(props: MoreProps) {
  const { isOpen, wasPressed, anchor, onClose, onPress } = usePopup();
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        title="More"
        onPointerEnter={MorePopup.preload}
        onFocus={MorePopup.preload}
        onClick={onPress}
        className={`${buttonLook("plain")} w-9 shrink-0 pointer-coarse:w-11`}
      >
        <Ellipsis aria-hidden="true" size={17} className="shrink-0" />
        <span className="sr-only">More</span>
      </button>
      {wasPressed ? (
        <MorePopup {...props} isOpen={isOpen} onClose={onClose} anchor={anchor} />
      ) : null}
    </>
  );
}
