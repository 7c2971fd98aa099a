import type { ProgramDay } from "@/components/program/group-by-day";

type Props = {
  days: (ProgramDay & { begins: number })[];
  /** Draws the activity at this place. */
  reach: (place: number) => void;
};

/** Jumps to a day, from wherever one is. */
export function DayLinks({ days, reach }: Props) {
  if (days.length < 2) return null;
  return (
    <nav
      aria-label="Days"
      className="-mx-4 sticky top-0 z-20 flex overflow-x-auto border-line border-b bg-canvas px-2 [scrollbar-width:none] sm:-mx-6 sm:px-4"
    >
      {days.map((day) => (
        <a
          key={day.key}
          onClick={() => reach(day.begins)}
          href={`#day-${day.key}`}
          title={day.name}
          className="inline-flex min-h-11 shrink-0 items-center px-2.5 text-sm text-soft whitespace-nowrap -outline-offset-2 hover:text-ink"
        >
          {inShort(day.name)}
        </a>
      ))}
    </nav>
  );
}

/** "Monday 28 December" as "Mon 28 Dec"; whatever is no day stays as it is. */
function inShort(name: string): string {
  const [weekday = "", day = "", month = "", ...rest] = name.split(" ");
  const isDay = rest.length === 0 && /^\d{1,2}$/.test(day);
  return isDay ? `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}` : name;
}
