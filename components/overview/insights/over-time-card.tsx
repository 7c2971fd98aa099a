import { Fragment } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { Legend } from "@/components/charts/legend";
import { type ChartColumn, StackedColumns } from "@/components/charts/stacked-columns";
import {
  APPLICATION_STATUSES,
  describeStatus,
  orderStatuses,
} from "@/components/status/describe-status";
import { Card } from "@/components/ui/card";
import type { OverTimeView, TimeStepView, TimeUnit } from "@/lib/insights/insights-view";
import { listHref } from "./list-href";
import { applications, inDigits } from "./number-words";
import { stepLabel, stepName } from "./step-words";

const LABELS = 6;

type Props = { eventId: string; timezone: string; overTime: OverTimeView };

/** When people applied, and what has become of them. */
export function OverTimeCard({ eventId, timezone, overTime }: Props) {
  const { unit, steps } = overTime;
  const statuses = statusesOf(steps);
  const caption = `Applications by ${unit} and status`;
  return (
    <Card
      title="Applications over time"
      aside={`by ${unit}, ${timezone.replaceAll("_", " ")}`}
      className="lg:col-span-4"
    >
      <Legend
        entries={statuses.map((status) => ({ fill: status, word: describeStatus(status).word }))}
      />
      <StackedColumns label={caption} columns={columnsOf(eventId, unit, steps, statuses)} />
      <LeftOut eventId={eventId} overTime={overTime} />
      <ChartTable
        caption={caption}
        head={[`By ${unit}`, "All", ...statuses.map((status) => describeStatus(status).word)]}
        rows={steps
          .filter(({ total }) => total.count > 0)
          .map((step) => [
            stepName(unit, step),
            { text: inDigits(step.total.count), href: listHref(eventId, step.total.address) },
            ...statuses.map((status) => cellOf(eventId, step.byStatus[status])),
          ])}
      />
    </Card>
  );
}

/** The applications that no column holds. */
function LeftOut({ eventId, overTime }: Omit<Props, "timezone">) {
  const { before, after, undated } = overTime;
  const groups = [
    { ...before, words: "submitted before" },
    { ...after, words: "submitted after" },
    { ...undated, words: "without a moment of submission" },
  ].filter(({ count }) => count > 0);
  if (groups.length === 0) return null;
  return (
    <p className="mt-2 text-soft text-xs">
      Not in the picture:{" "}
      {groups.map(({ count, address, words }, at) => (
        <Fragment key={words}>
          {at > 0 ? ", " : null}
          <a href={listHref(eventId, address)} className="text-accent underline">
            {applications(count)}
          </a>{" "}
          {words}
        </Fragment>
      ))}
      .
    </p>
  );
}

function cellOf(eventId: string, counted: TimeStepView["total"] | undefined) {
  if (!counted) return "0";
  return { text: inDigits(counted.count), href: listHref(eventId, counted.address) };
}

function statusesOf(steps: TimeStepView[]): string[] {
  const found = new Set(steps.flatMap(({ byStatus }) => Object.keys(byStatus)));
  const counts = Object.fromEntries([...found].map((status) => [status, 1]));
  return orderStatuses(counts, APPLICATION_STATUSES).filter((status) => found.has(status));
}

function columnsOf(
  eventId: string,
  unit: TimeUnit,
  steps: TimeStepView[],
  statuses: string[],
): ChartColumn[] {
  const every = Math.ceil(steps.length / LABELS);
  return steps.map((step, at) => {
    const { from, total, byStatus } = step;
    // The last column is the one that is looked for: labels count back from it.
    const place = steps.length - 1 - at;
    const isLabelled = place % every === 0;
    const parts = statuses.map((status) => ({ fill: status, count: byStatus[status]?.count ?? 0 }));
    return {
      key: from,
      label: isLabelled
        ? { text: stepLabel(unit, step), isMinor: (place / every) % 2 === 1 }
        : null,
      title: titleOf(stepName(unit, step), total.count, parts),
      href: total.count > 0 ? listHref(eventId, total.address) : null,
      parts: parts.filter(({ count }) => count > 0),
    };
  });
}

function titleOf(name: string, total: number, parts: ChartColumn["parts"]): string {
  const told = parts
    .filter(({ count }) => count > 0)
    .map(({ fill, count }) => `${inDigits(count)} ${describeStatus(fill).word.toLowerCase()}`);
  const sum = total === 0 ? "no applications" : applications(total);
  return told.length > 0 ? `${name}: ${sum} (${told.join(", ")})` : `${name}: ${sum}`;
}
