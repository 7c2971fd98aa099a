"use client";

import { ChevronDown, DoorOpen } from "lucide-react";
import { useCallback, useRef, useState } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { lazyPiece } from "@/components/ui/lazy-piece";

const PortalLinkPopup = lazyPiece(() =>
  import("./portal-link-popup").then((module) => module.PortalLinkPopup),
);

/** The address of the participants' portal, to be handed out. */
export function PortalLink({ eventId }: { eventId: string }) {
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
        onPointerEnter={PortalLinkPopup.preload}
        onFocus={PortalLinkPopup.preload}
        onClick={() => {
          setWasPressed(true);
          setOpen(!isOpen);
        }}
        className={buttonLook("plain")}
      >
        <DoorOpen aria-hidden="true" size={16} className="shrink-0" />
        Participants&apos; portal
        <ChevronDown aria-hidden="true" size={15} className="shrink-0" />
      </button>
      {wasPressed ? (
        <PortalLinkPopup eventId={eventId} isOpen={isOpen} onClose={close} anchor={button} />
      ) : null}
    </>
  );
}
