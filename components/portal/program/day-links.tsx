import type { ProgramDay } from "@/components/program/group-by-day";
import { JumpLinks } from "@/components/program/jump-links";

type Props = {
  days: (ProgramDay & { begins: number })[];
  /** Draws the activity at this place. */
  reach: (place: number) => void;
};

/** Jumps to a day. */
export function DayLinks({ days, reach }: Props) {
  return (
    <JumpLinks
      label="Days"
      links={days.map(({ key, name, begins }) => ({
        key,
        href: `#day-${key}`,
        word: inShort(name),
        title: name,
        onGo: () => reach(begins),
      }))}
    />
  );
}

/** "Monday 28 December" as "Mon 28 Dec"; whatever is no day stays as it is. */
function inShort(name: string): string {
  const [weekday = "", day = "", month = "", ...rest] = name.split(" ");
  const isDay = rest.length === 0 && /^\d{1,2}$/.test(day);
  return isDay ? `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}` : name;
}
