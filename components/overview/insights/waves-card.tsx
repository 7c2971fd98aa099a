import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { type Bar, BarList } from "@/components/charts/bar-list";
import { ChartTable } from "@/components/charts/chart-table";
import { eventQueries } from "@/components/queries/event-queries";
import { formatInZone } from "@/components/time/format-in-zone";
import { Card } from "@/components/ui/card";
import type { InsightsView, WaveView } from "@/lib/insights/insights-view";
import { BarsSkeleton } from "./bars-skeleton";
import { listHref } from "./list-href";
import { applications, inDigits, unitOf } from "./number-words";

/** Bars that are drawn; the table has every wave. */
const DRAWN = 50;

type Props = {
  eventId: string;
  timezone: string;
  waves: InsightsView["waves"];
  /** The program has been read, or as much of it as Foyer may. */
  isRead: boolean;
};

/** The waves of registration, and how many applied in each. */
export function WavesCard({ eventId, timezone, waves: { waves, outside }, isRead }: Props) {
  const caption = "Applications by registration wave";
  const most = Math.max(1, outside.count, ...waves.map(({ applied }) => applied.count));
  const bars = waves.slice(0, DRAWN).map((wave): Bar => {
    const { waveId, capacity, applied } = wave;
    const shown = inDigits(applied.count);
    const over = capacity === null ? 0 : applied.count - capacity;
    return {
      key: waveId,
      label: nameOf(wave),
      note: `${whenOf(wave, timezone)}${capacity === null ? "" : ` · room for ${inDigits(capacity)}`}`,
      shown,
      unit: unitOf(applied.count),
      share: applied.count / most,
      ...(over > 0 && { fill: "rejected", aside: `${inDigits(over)} over` }),
      title: `${nameOf(wave)}: ${applications(applied.count)}`,
      href: listHref(eventId, applied.address),
    };
  });
  const rest: Bar = {
    key: "outside",
    label: "Outside of every wave",
    shown: inDigits(outside.count),
    unit: unitOf(outside.count),
    share: outside.count / most,
    fill: "rest",
    title: `Outside of every wave: ${applications(outside.count)}`,
    href: listHref(eventId, outside.address),
  };
  return (
    <Card
      title="Registration waves"
      aside="who applied while each was open"
      className="lg:col-span-3"
    >
      {waves.length === 0 && !isRead ? <BarsSkeleton bars={3} /> : null}
      {waves.length === 0 && isRead ? <NoWaves eventId={eventId} /> : null}
      {waves.length === 0 ? null : (
        <>
          <BarList label={caption} bars={outside.count > 0 ? [...bars, rest] : bars} />
          {waves.length > DRAWN ? (
            <p className="mt-3 text-soft text-sm">
              The first {DRAWN} of {inDigits(waves.length)} waves. The table has them all.
            </p>
          ) : null}
          <ChartTable
            caption={caption}
            head={["Wave", "Open", "Room", "Applications"]}
            rows={[
              ...waves.map((wave) => [
                nameOf(wave),
                whenOf(wave, timezone),
                wave.capacity === null ? "no limit" : inDigits(wave.capacity),
                {
                  text: inDigits(wave.applied.count),
                  href: listHref(eventId, wave.applied.address),
                },
              ]),
              [rest.label, "", "", { text: rest.shown, href: listHref(eventId, outside.address) }],
            ]}
          />
        </>
      )}
    </Card>
  );
}

function nameOf({ title, waveId }: WaveView): string {
  return title || waveId;
}

function whenOf({ opensAt, closesAt }: WaveView, zone: string): string {
  const day = (at: string) => formatInZone(at, "day", zone);
  if (opensAt && closesAt) return `${day(opensAt)} to ${day(closesAt)}`;
  if (opensAt) return `from ${day(opensAt)}`;
  return closesAt ? `until ${day(closesAt)}` : "always";
}

function NoWaves({ eventId }: { eventId: string }) {
  const { data } = useQuery(eventQueries.overview(eventId));
  if (data?.connection.scopes.includes("program.read") ?? true) {
    return <p className="text-soft text-sm">Revento has no registration waves for this event.</p>;
  }
  return (
    <p className="text-soft text-sm">
      Foyer may not read them:{" "}
      <Link href={`/events/${eventId}/program`} className="text-accent underline">
        allow the program
      </Link>{" "}
      to see them here.
    </p>
  );
}
