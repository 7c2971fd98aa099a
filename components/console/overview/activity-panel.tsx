import { ChartTable } from "@/components/charts/chart-table";
import { Legend } from "@/components/charts/legend";
import { type ChartColumn, StackedColumns } from "@/components/charts/stacked-columns";
import { Panel } from "@/components/console/panel";
import type { ActivityHour } from "@/lib/console/console-activity-view";
import { receivedIn } from "./received-in";

const CAPTION = "Deliveries by the hour they came in, in UTC";
const WORDS = [
  { fill: "approved", word: "Accepted" },
  { fill: "rejected", word: "Dead letters" },
  { fill: "rest", word: "Refused at the door" },
] as const;
/** Every so many hours one is named. */
const NAMED_EVERY = 3;

/** What came in during the last day, and what became of it. */
export function ActivityPanel({ hours }: { hours: readonly ActivityHour[] }) {
  const total = hours.reduce((sum, { received }) => sum + received, 0);
  return (
    <Panel
      title="Deliveries per hour"
      aside={`${total.toLocaleString("en-GB")} in 24 hours · times in UTC`}
    >
      <div className="px-4 pb-4">
        <StackedColumns label={CAPTION} columns={hours.map(columnOf)} />
        <div className="mt-3">
          <Legend entries={WORDS} />
        </div>
        <ChartTable
          caption={CAPTION}
          head={["Hour", ...WORDS.map(({ word }) => word)]}
          rows={hours.map((hour) => [
            clockOf(hour.hour),
            ...countsOf(hour).map((count) => count.toLocaleString("en-GB")),
          ])}
        />
      </div>
    </Panel>
  );
}

const clockOf = (hour: string) => hour.slice(11, 16);
const countsOf = ({ received, dead, refused }: ActivityHour) => [received - dead, dead, refused];

function columnOf(hour: ActivityHour, at: number, { length }: readonly unknown[]): ChartColumn {
  const counts = countsOf(hour);
  const said = WORDS.map(({ word }, part) => `${counts[part]} ${word.toLowerCase()}`).join(", ");
  const isNamed = (length - 1 - at) % NAMED_EVERY === 0;
  return {
    key: hour.hour,
    label: isNamed
      ? { text: clockOf(hour.hour), isMinor: (length - 1 - at) % (2 * NAMED_EVERY) !== 0 }
      : null,
    title: `${clockOf(hour.hour)}: ${said}`,
    href: hour.received > 0 ? receivedIn(hour.hour) : null,
    parts: WORDS.flatMap(({ fill }, part) => (counts[part] ? [{ fill, count: counts[part] }] : [])),
  };
}
