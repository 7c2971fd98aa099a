import { SmallBar } from "@/components/console/small-bar";
import type { ConnectionRowView } from "@/lib/console/connection-list-view";

/** Of one installation token (contract 5). */
const HOUR = 500;
const MINUTE = 30;
const IN_FLIGHT = 5;
const LOW = 0.1;

/** The calls a token may still make, this hour and this minute, and those under way. */
export function BudgetBars({ budget }: { budget: ConnectionRowView["budget"] }) {
  if (!budget) return <span className="text-soft">None</span>;
  const { hourLeft, minuteLeft, inFlight } = budget;
  return (
    <ul className="grid gap-0.5 text-xs tabular-nums">
      <Line name="hour" part={hourLeft} whole={HOUR} isLow={hourLeft < HOUR * LOW} />
      <Line name="minute" part={minuteLeft} whole={MINUTE} isLow={minuteLeft < MINUTE * LOW} />
      <Line name="in flight" part={inFlight} whole={IN_FLIGHT} isLow={inFlight >= IN_FLIGHT} />
    </ul>
  );
}

type LineProps = { name: string; part: number; whole: number; isLow: boolean };

function Line({ name, part, whole, isLow }: LineProps) {
  return (
    <li className="flex items-center gap-2 whitespace-nowrap">
      <SmallBar part={part} whole={whole} isLow={isLow} />
      {part} <span className="text-soft">{name}</span>
    </li>
  );
}
