import { BarList } from "@/components/charts/bar-list";
import { ChartTable } from "@/components/charts/chart-table";
import { Card } from "@/components/ui/card";
import type { FunnelView } from "@/lib/insights/insights-view";
import { listHref } from "./list-href";
import { applications, inDigits, percentOf, unitOf } from "./number-words";

const STEPS = [
  { key: "submitted", word: "Submitted", means: "every application" },
  { key: "reviewed", word: "Reviewed", means: "somebody decided or asked for a revision" },
  { key: "approved", word: "Approved", means: "approved now" },
  { key: "registered", word: "Registered", means: "approved now, and registered" },
] as const satisfies readonly { key: keyof FunnelView; word: string; means: string }[];

/** How far applications have come. */
export function FunnelCard({ eventId, funnel }: { eventId: string; funnel: FunnelView }) {
  const whole = funnel.submitted.count;
  const caption = "From submitted to registered";
  return (
    <Card title={caption} className="lg:col-span-2">
      <BarList
        label={caption}
        isThick
        bars={STEPS.map(({ key, word, means }) => {
          const { count, address } = funnel[key];
          const percent = percentOf(count, whole);
          return {
            key,
            label: word,
            note: means,
            shown: inDigits(count),
            unit: unitOf(count),
            aside: key === "submitted" ? undefined : percent,
            share: whole > 0 ? count / whole : 0,
            fill: key === "approved" || key === "registered" ? "approved" : "plain",
            title: `${word}: ${applications(count)}, ${percent} of all`,
            href: listHref(eventId, address),
          };
        })}
      />
      <ChartTable
        caption={caption}
        head={["Step", "Applications", "Of all"]}
        rows={STEPS.map(({ key, word }) => [
          word,
          { text: inDigits(funnel[key].count), href: listHref(eventId, funnel[key].address) },
          percentOf(funnel[key].count, whole),
        ])}
      />
    </Card>
  );
}
