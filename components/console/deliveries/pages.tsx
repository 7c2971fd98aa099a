import { Button } from "@/components/ui/button";

type Props = {
  cursor: string | null;
  nextCursor: string | null;
  onGo: (cursor: string | null) => void;
};

/** Older rows, and back to the newest; the browser's own way back leads to the page before. */
export function Pages({ cursor, nextCursor, onGo }: Props) {
  if (!cursor && !nextCursor) return null;
  return (
    <nav aria-label="Pages" className="flex flex-wrap gap-2 border-line border-t p-3">
      {cursor ? <Button onClick={() => onGo(null)}>Newest</Button> : null}
      {nextCursor ? <Button onClick={() => onGo(nextCursor)}>Older</Button> : null}
    </nav>
  );
}
