"use client";

import { MessagePage } from "@/components/shell/message-page";
import { buttonLook } from "@/components/ui/button-look";

export default function ErrorPage({
  error,
  reset,
}: {
  error: { digest?: string };
  reset: () => void;
}) {
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
