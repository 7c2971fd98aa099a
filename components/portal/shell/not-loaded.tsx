import { CloudOff } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type Props = { error: Error | null; onRetry: () => void };

/** What a page shows while it has nothing: that it loads, or that it could not. */
export function NotLoaded({ error, onRetry }: Props) {
  if (!error) {
    return (
      <div role="status" aria-label="Loading" className="grid animate-breathe gap-3">
        <span className="h-24 rounded-lg bg-sunken" />
        <span className="h-24 rounded-lg bg-sunken" />
      </div>
    );
  }
  return (
    <Notice icon={CloudOff} role="alert" title="This did not load" text={error.message}>
      <Button look="primary" onClick={onRetry}>
        Try again
      </Button>
    </Notice>
  );
}
