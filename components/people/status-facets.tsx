"use client";

import {
  APPLICATION_STATUSES,
  describeStatus,
  orderStatuses,
} from "@/components/status/describe-status";
import type { ListKind } from "@/lib/list-address/list-fields";
import { valuesOf, withValues } from "./filters/edit-filters";
import type { PeopleList } from "./use-people-list";

const ALWAYS: Record<ListKind, readonly string[]> = {
  applications: APPLICATION_STATUSES,
  participants: ["approved", "none"],
};

const CHIP =
  "inline-flex min-h-7 pointer-coarse:min-h-11 shrink-0 items-center gap-1.5 rounded-full border px-3 text-xs transition-colors";

/** The statuses with how many there are of each under the other filters; each can be asked for. */
export function StatusFacets({ list, kind }: { list: PeopleList; kind: ListKind }) {
  const { address, change, counts, lastCounts } = list;
  const asked = valuesOf(address.filters, "status", "is");
  const status = Object.fromEntries(
    (lastCounts?.facets.status?.values ?? []).map(({ value, count }) => [value, count]),
  );
  const all = Object.values(status).reduce((sum, count) => sum + count, 0);
  // Before the first answer nobody knows, and zero would be a claim.
  const known = (count: number) => (lastCounts ? count : null);
  const ask = (values: string[]) =>
    change({ filters: withValues(address.filters, "status", "is", values) });

  return (
    <fieldset
      aria-busy={!counts}
      className="group/chips flex min-w-0 flex-1 gap-1.5 overflow-x-auto pr-3 sm:flex-wrap sm:pr-5"
    >
      <legend className="sr-only">Filter by status</legend>
      <Chip word="All" count={known(all)} isPressed={asked.length === 0} onPress={() => ask([])} />
      {orderStatuses(status, [...new Set([...ALWAYS[kind], ...asked])]).map((name) => (
        <Chip
          key={name}
          word={describeStatus(name).word}
          icon={describeStatus(name).icon}
          count={known(status[name] ?? 0)}
          isPressed={asked.includes(name)}
          onPress={() =>
            ask(asked.includes(name) ? asked.filter((each) => each !== name) : [...asked, name])
          }
        />
      ))}
    </fieldset>
  );
}

type ChipProps = {
  word: string;
  icon?: ReturnType<typeof describeStatus>["icon"];
  count: number | null;
  isPressed: boolean;
  onPress: () => void;
};

function Chip({ word, icon: Icon, count, isPressed, onPress }: ChipProps) {
  const look = isPressed
    ? "border-accent bg-tint text-accent font-medium"
    : "border-line bg-surface text-soft hover:border-edge hover:text-ink";
  return (
    <button type="button" aria-pressed={isPressed} onClick={onPress} className={`${CHIP} ${look}`}>
      {Icon ? <Icon aria-hidden="true" size={13} /> : null}
      {word}{" "}
      {count === null ? null : (
        <span className="tabular-nums transition-opacity group-aria-busy/chips:opacity-40">
          {count.toLocaleString("en-GB")}
        </span>
      )}
    </button>
  );
}
