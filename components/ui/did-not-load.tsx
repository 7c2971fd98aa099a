import { Button } from "./button";

/** A part of a page that did not load, in one line, and the way to try again. */
export function DidNotLoad({ onRetry }: { onRetry: () => void }) {
  return (
    <p role="alert" className="flex flex-wrap items-center gap-3 text-sm">
      This did not load. <Button onClick={onRetry}>Try again</Button>
    </p>
  );
}
