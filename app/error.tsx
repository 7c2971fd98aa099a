"use client";

import { MessagePage } from "@/components/shell/message-page";
import { buttonLook } from "@/components/ui/button-look";
import { isMissingPiece } from "@/components/ui/missing-piece";
import { RenewedNotice } from "@/components/ui/renewed-notice";

/** What no boundary of its own has kept: of a page that a deploy has replaced, a piece may be gone. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  if (isMissingPiece(error)) return <RenewedNotice />;
  return (
    <MessagePage
      title="Something went wrong on our side"
      text="Nothing of yours is lost. Try again; if it stays, tell whoever runs Foyer this number."
      detail={error.digest}
    >
      <button type="button" className={buttonLook("primary")} onClick={reset}>
        Try again
      </button>
    </MessagePage>
  );
}
