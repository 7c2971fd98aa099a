"use client";

import { MessagePage } from "@/components/shell/message-page";
import { Button } from "@/components/ui/button";

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
      <Button look="primary" onClick={reset}>
        Try again
      </Button>
    </MessagePage>
  );
}
