import type { Route } from "next";
import Link from "next/link";
import { ChartTable } from "@/components/charts/chart-table";
import { StackedColumns } from "@/components/charts/stacked-columns";
import { TimeAgo } from "@/components/time/time-ago";
import { Card } from "@/components/ui/card";
import type { DecisionTimesView } from "@/lib/insights/insights-view";
import { listHref } from "./list-href";
import { applications, durationWords, inDigits } from "./number-words";

type Props = { eventId: string; decisions: DecisionTimesView };

/** How long people wait for a decision, and who still does. */
export function DecisionsCard({ eventId, decisions }: Props) {
  const { decided, medianSeconds, ninetiethSeconds, buckets, waiting } = decisions;
  const caption = "Applications by the time to their decision";
  const named = buckets.map((bucket, at) => ({
    ...bucket,
    ...bucketWords(buckets[at - 1]?.upToSeconds ?? null, bucket.upToSeconds),
  }));
  return (
    <Card title="Time to decision" className="lg:col-span-3">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3">
        <Figure name="Median" value={medianSeconds} />
        <Figure name="90 % within" value={ninetiethSeconds} />
      </dl>
      <StackedColumns
        label={caption}
        isLow
        columns={named.map(({ short, long, count }, at) => ({
          key: short,
          label: { text: short, isMinor: at % 2 === 1 },
          title: `${long}: ${applications(count)}`,
          href: null,
          parts: count > 0 ? [{ fill: "plain", count }] : [],
        }))}
      />
      <p className="mt-3 text-soft text-xs leading-relaxed">
        Of{" "}
        <Link prefetch={false} href={listHref(eventId, decided.address) as Route} className={LINK}>
          {applications(decided.count)}
        </Link>{" "}
        with a decision, from submission to the last review. These bars open nothing: a list cannot
        be asked how long something took.
      </p>
      <p className="mt-2 text-sm">
        <Link prefetch={false} href={listHref(eventId, waiting.address) as Route} className={LINK}>
          {applications(waiting.count)}
        </Link>{" "}
        {waiting.count === 1 ? "is" : "are"} waiting
        {waiting.since ? (
          <>
            , the first since <TimeAgo at={waiting.since} />
          </>
        ) : null}
        .
      </p>
      <ChartTable
        caption={caption}
        head={["Time to decision", "Applications"]}
        rows={named.map(({ long, count }) => [long, inDigits(count)])}
      />
    </Card>
  );
}

const LINK = "text-accent underline underline-offset-4 tabular-nums";

function Figure({ name, value }: { name: string; value: number | null }) {
  return (
    <div>
      <dt className="text-soft text-xs">{name}</dt>
      <dd className="font-display text-2xl tabular-nums">
        {value === null ? "–" : durationWords(value)}
      </dd>
    </div>
  );
}

function bucketWords(from: number | null, to: number | null): { short: string; long: string } {
  const inShort = (seconds: number) =>
    seconds < 86_400 ? `${seconds / 3_600} h` : `${seconds / 86_400} d`;
  if (to === null) {
    return { short: `> ${inShort(from ?? 0)}`, long: `${durationWords(from ?? 0)} or longer` };
  }
  const end = durationWords(to);
  const long = from === null ? `under ${end}` : `${durationWords(from)} to ${end}`;
  return { short: `< ${inShort(to)}`, long: long.charAt(0).toUpperCase() + long.slice(1) };
}
