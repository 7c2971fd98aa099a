import { ExactTime } from "@/components/time/exact-time";
import { CopyButton } from "@/components/ui/copy-button";
import { QrCode } from "@/components/ui/qr-code";
import type { SeatLinkView } from "@/lib/members/team-view";

/** A link into a seat, to be sent or scanned. */
export function SeatLink({ link }: { link: SeatLinkView }) {
  return (
    <div className="grid justify-items-center gap-3 sm:grid-cols-[auto_minmax(0,1fr)] sm:items-center sm:justify-items-start sm:gap-5">
      <QrCode text={link.url} />
      <div className="grid w-full min-w-0 gap-3">
        <p className="rounded-md bg-sunken px-3 py-2 font-mono text-xs [overflow-wrap:anywhere]">
          {link.url}
        </p>
        <p className="text-soft text-sm">
          Works once, until <ExactTime at={link.expiresAt} />. It is shown only now.
        </p>
        <div>
          <CopyButton text={link.url} word="Copy link" />
        </div>
      </div>
    </div>
  );
}
