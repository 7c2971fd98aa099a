import { Card } from "@/components/ui/card";
import { BarsSkeleton } from "./bars-skeleton";

/** What stands where the pictures will, as large as they are. */
export function InsightsSkeleton() {
  return (
    <div className="grid gap-4 sm:gap-5 lg:grid-cols-3">
      <Card title="Applications over time" className="lg:col-span-2">
        <Plot />
      </Card>
      <Card title="From submitted to registered">
        <div className="min-h-80">
          <BarsSkeleton bars={6} />
        </div>
      </Card>
      <Card title="Answers to the form">
        <div className="min-h-[36rem]">
          <BarsSkeleton bars={11} />
        </div>
      </Card>
      <Card title="Fullest activities">
        <div className="min-h-[36rem]">
          <BarsSkeleton bars={11} />
        </div>
      </Card>
      <Card title="Time to decision">
        <Plot />
      </Card>
    </div>
  );
}

function Plot() {
  return (
    <div role="status" aria-label="Loading" className="min-h-80 animate-breathe">
      <span className="block h-3 w-3/5 rounded-full bg-sunken" />
      <span className="mt-9 block h-44 rounded-md bg-sunken" />
    </div>
  );
}
