import type { Route } from "next";
import Link from "next/link";
import { fillOf } from "./chart-patterns";

export type Bar = {
  key: string;
  label: string;
  /** A line of its own, smaller. */
  note?: string;
  /** The number as it is shown, "12 of 30", and what it counts, which is only spoken. */
  shown: string;
  unit: string;
  /** What stands beside the number. */
  aside?: string;
  /** 0 to 1, of the room there is. */
  share: number;
  fill?: string;
  /** The bar in words, with its number, for whoever points at it. */
  title: string;
  /** What it opens; null: nothing. */
  href: string | null;
};

type Props = { label: string; bars: readonly Bar[]; isThick?: boolean };

/** Bars below one another, each with its name and number; each is a link to what it counts. */
export function BarList({ label, bars, isThick = false }: Props) {
  return (
    <ul aria-label={label} className="grid gap-0.5">
      {bars.map((bar) => (
        <li key={bar.key}>
          {bar.href === null ? (
            <span title={bar.title} className={ROW}>
              <Inside bar={bar} isThick={isThick} />
            </span>
          ) : (
            <Link
              href={bar.href as Route}
              prefetch={false}
              title={bar.title}
              className={`${ROW} hover:bg-sunken`}
            >
              <Inside bar={bar} isThick={isThick} />
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

const ROW =
  "-mx-2 grid min-h-11 grid-cols-[minmax(0,1fr)_auto] content-center items-baseline gap-x-3 gap-y-1 rounded-sm px-2 py-1 text-sm";

function Inside({ bar, isThick }: { bar: Bar; isThick: boolean }) {
  const { label, note, shown, unit, aside, share, fill = "plain" } = bar;
  const width = `${Math.min(1, Math.max(0, share)) * 100}%`;
  return (
    <>
      <span className="truncate">
        <bdi>{label}</bdi>
      </span>{" "}
      <span className="tabular-nums">
        {shown}
        <span className="sr-only"> {unit}</span>
        {aside ? ` · ${aside}` : null}
      </span>{" "}
      <svg
        aria-hidden="true"
        width="100%"
        height={isThick ? 16 : 8}
        className="col-span-2 overflow-hidden rounded-full"
      >
        <rect width="100%" height="100%" className="fill-sunken" />
        {share > 0 ? (
          <rect width={width} height="100%" rx="4" fill={fillOf(fill)} className="min-w-1" />
        ) : null}
      </svg>
      {note ? <span className="col-span-2 text-soft text-xs">{note}</span> : null}
    </>
  );
}
