import { SmallBar } from "@/components/console/small-bar";
import type { ConnectionRowView } from "@/lib/console/connection-list-view";

/** Of one installation token (contract 5). */
const HOUR = 500;
const MINUTE = 30;
const LOW = 0.1;

/** The calls a token has used of those it may make, this hour and this minute, and those under way. */
export function BudgetBars({ budget }: { budget: ConnectionRowView["budget"] }) {
  if (!budget) return <span className="text-soft">None</span>;
  const { hourLeft, minuteLeft, inFlight } = budget;
  return (
    <div className="grid gap-0.5 text-xs tabular-nums">
      <Line per="hour" left={hourLeft} whole={HOUR} />
      <Line per="minute" left={minuteLeft} whole={MINUTE} />
      {inFlight > 0 ? <span className="text-soft">{inFlight} under way</span> : null}
    </div>
  );
}

function Line({ per, left, whole }: { per: string; left: number; whole: number }) {
  const used = Math.max(0, whole - left);
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      <SmallBar part={used} whole={whole} isLow={left < whole * LOW} />
      <span>
        {used} of {whole} <span className="text-soft">this {per}</span>
      </span>
    </span>
  );
}
