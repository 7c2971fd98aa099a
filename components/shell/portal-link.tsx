"use client";

import { ChevronDown, DoorOpen } from "lucide-react";
import { buttonLook } from "@/components/ui/button-look";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { usePopup } from "@/components/ui/use-popup";

const PortalLinkPopup = lazyPiece(() =>
  import("./portal-link-popup").then((module) => module.PortalLinkPopup),
);

/** The address of the participants' portal, to be handed out. */
export function PortalLink({ eventId }: { eventId: string }) {
  const { isOpen, wasPressed, anchor, onClose, onPress } = usePopup();
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={PortalLinkPopup.preload}
        onFocus={PortalLinkPopup.preload}
        onClick={onPress}
        className={buttonLook("plain")}
      >
        <DoorOpen aria-hidden="true" size={16} className="shrink-0" />
        Participants&apos; portal
        <ChevronDown aria-hidden="true" size={15} className="shrink-0" />
      </button>
      {wasPressed ? (
        <PortalLinkPopup eventId={eventId} isOpen={isOpen} onClose={onClose} anchor={anchor} />
      ) : null}
    </>
  );
}
