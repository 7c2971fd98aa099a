"use client";

import { countdown } from "@/components/console/in-days";
import { formatInZone } from "@/components/time/format-in-zone";
import { useNow } from "@/components/time/now-provider";
import type { ErasureView } from "@/lib/erasures/erasure-view";

const NEAR_MS = 48 * 3_600_000;

/** From the end of a connection to the deadline: how much has passed, and the day planned for erasing. */
export function ErasureBar({
  erasure,
}: {
  erasure: Pick<ErasureView, "endedAt" | "plannedAt" | "dueAt">;
}) {
  const now = useNow();
  const [end, planned, due] = [erasure.endedAt, erasure.plannedAt, erasure.dueAt].map(Date.parse);
  const place = (at: number | undefined) => share(at ?? 0, end ?? 0, due ?? 0);
  const isNear = (due ?? 0) - now < NEAR_MS;
  return (
    <div className="grid gap-1">
      <div
        role="img"
        aria-label={`Planned ${countdown((planned ?? 0) - now)}, deadline ${countdown((due ?? 0) - now)}`}
        className="relative h-3"
      >
        <span className="absolute inset-x-0 top-0.5 h-2 overflow-hidden rounded-full bg-sunken ring-1 ring-edge ring-inset">
          <span
            style={{ width: `${place(now)}%` }}
            className={`block h-full ${isNear ? "bg-rejected-mark" : "bg-pending-mark"}`}
          />
        </span>
        <span
          style={{ left: `${place(planned)}%` }}
          className="-translate-x-1/2 absolute top-0 h-3 w-1 rounded-full bg-ink ring-2 ring-surface"
        />
      </div>
      <p aria-hidden="true" className="flex justify-between gap-2 text-soft text-xs">
        <span>{day(erasure.endedAt)}</span>
        <span className="text-center">planned {day(erasure.plannedAt)}</span>
        <span className={isNear ? "font-medium text-rejected" : ""}>{day(erasure.dueAt)}</span>
      </p>
    </div>
  );
}

function share(at: number, from: number, to: number): number {
  if (to <= from) return 100;
  return Math.min(Math.max((at - from) / (to - from), 0), 1) * 100;
}

function day(iso: string): string {
  return formatInZone(iso, "day", null).replace(/ (\w{3})\w* \d{4}$/, " $1");
}
