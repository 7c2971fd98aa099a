import { Card } from "@/components/ui/card";
import { BarsSkeleton } from "./bars-skeleton";

/** What stands where the pictures will, as large as they are. */
export function InsightsSkeleton() {
  return (
    <div className="grid grid-cols-1 gap-4 sm:gap-5 lg:grid-cols-6">
      <Card title="Applications over time" className="lg:col-span-4">
        <Plot />
      </Card>
      <Card title="Data quality" className="lg:col-span-2">
        <Bars room="min-h-[21.5rem]" bars={4} />
      </Card>
      <Card title="Registration waves" className="lg:col-span-3">
        <Bars room="min-h-72" bars={3} />
      </Card>
      <Card title="Answers to the form" className="lg:col-span-3">
        <Bars room="min-h-[34rem]" bars={10} />
      </Card>
      <Card title="Fullest activities" className="lg:col-span-3">
        <Bars room="min-h-[34rem]" bars={7} />
      </Card>
    </div>
  );
}

function Bars({ room, bars }: { room: string; bars: number }) {
  return (
    <div className={room}>
      <BarsSkeleton bars={bars} />
    </div>
  );
}

function Plot() {
  return (
    <div role="status" aria-label="Loading" className="min-h-[21.5rem] animate-breathe">
      <span className="block h-3 w-3/5 rounded-full bg-sunken" />
      <span className="mt-9 block h-52 rounded-md bg-sunken" />
    </div>
  );
}
