"use client";

import type { Route } from "next";
import Link from "next/link";
import { fillOf } from "./chart-patterns";
import { moveAlong } from "./move-along";
import { niceTicks } from "./nice-ticks";

export type ChartColumn = {
  key: string;
  /** What stands under it; null: nothing. A minor one is left out where there is little room. */
  label: { text: string; isMinor: boolean } | null;
  /** The column in words, with its number. */
  title: string;
  /** What it opens; null: nothing. */
  href: string | null;
  /** From the bottom up. */
  parts: { fill: string; count: number }[];
};

type Props = { label: string; columns: readonly ChartColumn[]; isLow?: boolean };

/**
 * Columns of stacked parts. Everything is placed in shares of the room there is, so that nobody has to
 * measure it: the picture that the server drew is the one that stays.
 */
export function StackedColumns({ label, columns, isLow = false }: Props) {
  const totals = columns.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0));
  const ticks = niceTicks(Math.max(0, ...totals));
  const top = ticks.at(-1) ?? 1;
  return (
    <div className="pr-2 pl-9">
      <div className={`relative mt-9 ${isLow ? "h-32" : "h-52"}`}>
        <Lines ticks={ticks} top={top} />
        <svg
          aria-hidden="true"
          width="100%"
          height="100%"
          className="absolute inset-0 overflow-visible"
        >
          {columns.map((column, at) => (
            <Column key={column.key} column={column} at={at} of={columns.length} top={top} />
          ))}
        </svg>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups what is filled in */}
        <div
          role="group"
          aria-label={label}
          onKeyDown={moveAlong}
          className="absolute inset-0 flex"
        >
          <Overlays columns={columns} />
        </div>
      </div>
      <Labels columns={columns} />
    </div>
  );
}

function Lines({ ticks, top }: { ticks: number[]; top: number }) {
  return ticks.map((tick) => (
    <div
      key={tick}
      aria-hidden="true"
      style={{ bottom: `${(tick / top) * 100}%` }}
      className={`absolute inset-x-0 border-line ${tick === 0 ? "border-b" : "border-b border-dashed"}`}
    >
      <span className="-translate-x-full -left-1.5 absolute translate-y-1/2 bottom-0 whitespace-nowrap text-xs text-soft tabular-nums leading-none">
        {tick.toLocaleString("en-GB", { notation: tick >= 10_000 ? "compact" : "standard" })}
      </span>
    </div>
  ));
}

type ColumnProps = { column: ChartColumn; at: number; of: number; top: number };

function Column({ column, at, of, top }: ColumnProps) {
  const room = 100 / of;
  let below = 0;
  return column.parts.map(({ fill, count }) => {
    below += count;
    return (
      <rect
        key={fill}
        x={`${(at + 0.11) * room}%`}
        width={`${room * 0.78}%`}
        y={`${100 - (below / top) * 100}%`}
        height={`${(count / top) * 100}%`}
        fill={fillOf(fill)}
        className="stroke-surface"
        strokeWidth={of > 60 ? 0 : 1}
      />
    );
  });
}

/** As high as the picture, so that a low column is as easily met as a high one. Its words stand above. */
function Overlays({ columns }: { columns: readonly ChartColumn[] }) {
  const first = columns.findIndex(({ href }) => href !== null);
  return columns.map(({ key, href, title }, at) =>
    href === null ? (
      <span key={key} className="group min-w-0 flex-1">
        <Readout title={title} />
      </span>
    ) : (
      <Link
        key={key}
        href={href as Route}
        prefetch={false}
        aria-label={title}
        tabIndex={at === first ? 0 : -1}
        className="group min-w-0 flex-1 rounded-sm outline-offset-0 hover:bg-ink/8 focus-visible:bg-ink/8"
      >
        <Readout title={title} />
      </Link>
    ),
  );
}

/** Has a strip of its own above the picture, where it hides nothing. */
function Readout({ title }: { title: string }) {
  return (
    <span
      aria-hidden="true"
      className="-top-9 -left-9 pointer-events-none invisible absolute right-0 line-clamp-2 h-8 bg-surface text-xs leading-4 group-hover:visible group-focus-visible:visible"
    >
      {title}
    </span>
  );
}

function Labels({ columns }: { columns: readonly ChartColumn[] }) {
  return (
    <div aria-hidden="true" className="@container relative mt-1.5 h-4 text-xs text-soft">
      {columns.map(({ key, label }, at) =>
        label ? (
          <span
            key={key}
            style={{ left: `${((at + 0.5) / columns.length) * 100}%` }}
            className={`-translate-x-1/2 absolute whitespace-nowrap leading-4 ${label.isMinor ? "hidden @md:inline" : ""}`}
          >
            {label.text}
          </span>
        ) : null,
      )}
    </div>
  );
}
