import type { ProgramDay } from "@/components/program/group-by-day";

type Props = {
  days: (ProgramDay & { begins: number })[];
  /** Draws the activity at this place. */
  reach: (place: number) => void;
};

/** Jumps to a day. */
export function DayLinks({ days, reach }: Props) {
  if (days.length < 2) return null;
  return (
    <nav aria-label="Days" className="flex flex-wrap gap-2">
      {days.map((day) => (
        <a
          key={day.key}
          onClick={() => reach(day.begins)}
          href={`#day-${day.key}`}
          className="inline-flex min-h-7 pointer-coarse:min-h-11 items-center rounded-full border border-line bg-surface px-3 text-soft text-xs hover:border-edge hover:text-ink"
        >
          {day.name}
        </a>
      ))}
    </nav>
  );
}
