import { ExternalLink } from "lucide-react";
import { type RefObject, useCallback } from "react";
import { AnchoredPopup } from "@/components/ui/anchored-popup";
import { buttonLook } from "@/components/ui/button-look";
import { CopyButton } from "@/components/ui/copy-button";
import { QrCode } from "@/components/ui/qr-code";

type Props = {
  eventId: string;
  isOpen: boolean;
  onClose: () => void;
  anchor: RefObject<HTMLButtonElement | null>;
};

/** The portal's address to copy, to scan and to open. */
export function PortalLinkPopup({ eventId, isOpen, onClose, anchor }: Props) {
  const url = `${window.location.origin}/portal/${encodeURIComponent(eventId)}`;
  return (
    <AnchoredPopup
      open={isOpen}
      onClose={onClose}
      anchor={useCallback(() => anchor.current, [anchor])}
      title="Participants' portal"
      className="w-80"
    >
      <div className="grid justify-items-center gap-3 p-1">
        <p className="text-pretty text-soft">
          Whoever has applied signs in here with Revento, and sees their application, the program
          and their own agenda.
        </p>
        <QrCode text={url} />
        <p className="w-full rounded-md bg-sunken px-3 py-2 font-mono text-xs [overflow-wrap:anywhere]">
          {url}
        </p>
        <div className="flex w-full flex-wrap gap-2">
          <CopyButton text={url} word="Copy link" />
          <a href={url} target="_blank" rel="noopener" className={buttonLook("quiet")}>
            See it
            <ExternalLink aria-hidden="true" size={15} />
            <span className="sr-only">(opens in a new tab)</span>
          </a>
        </div>
      </div>
    </AnchoredPopup>
  );
}
