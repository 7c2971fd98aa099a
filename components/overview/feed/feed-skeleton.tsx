import { Card } from "@/components/ui/card";

const LINES = 15;

/** As high as the first page of what happened. */
export function FeedSkeleton() {
  return (
    <Card title="What happened" className="lg:col-span-2">
      <div role="status" aria-label="Loading" className="grid animate-breathe">
        {Array.from({ length: LINES }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
          <span key={at} className="flex min-h-11 items-center gap-3">
            <span className="size-7 rounded-full bg-sunken" />
            <span className="h-3 flex-1 rounded-full bg-sunken" />
          </span>
        ))}
      </div>
    </Card>
  );
}
