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

const TAB =
  "relative inline-flex min-h-9 pointer-coarse:min-h-11 shrink-0 items-center gap-1.5 whitespace-nowrap px-2.5 text-sm -outline-offset-2 after:absolute after:inset-x-1.5 after:bottom-0 after:h-0.5 after:rounded-full";

/** The statuses with how many there are of each under the other filters, as tabs; with Ctrl or Cmd one more is added. */
export function StatusTabs({ list, kind }: { list: PeopleList; kind: ListKind }) {
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
      className="mt-1 flex min-w-0 shrink-0 print:hidden overflow-x-auto px-1 [scrollbar-width:none] sm:px-2.5"
    >
      <legend className="sr-only">Filter by status</legend>
      <Tab word="All" count={known(all)} isPressed={asked.length === 0} onPress={() => ask([])} />
      {orderStatuses(status, [...new Set([...ALWAYS[kind], ...asked])]).map((name) => (
        <Tab
          key={name}
          word={describeStatus(name).word}
          icon={describeStatus(name).icon}
          count={known(status[name] ?? 0)}
          isPressed={asked.includes(name)}
          onPress={(isAdding) => ask(pressed(asked, name, isAdding))}
        />
      ))}
    </fieldset>
  );
}

/** What is asked for once a tab was pressed: that one alone, or one more or less. */
function pressed(asked: readonly string[], name: string, isAdding: boolean): string[] {
  const others = asked.filter((each) => each !== name);
  if (asked.includes(name) && (isAdding || others.length === 0)) return others;
  return isAdding ? [...asked, name] : [name];
}

type TabProps = {
  word: string;
  icon?: ReturnType<typeof describeStatus>["icon"];
  count: number | null;
  isPressed: boolean;
  onPress: (isAdding: boolean) => void;
};

function Tab({ word, icon: Icon, count, isPressed, onPress }: TabProps) {
  const look = isPressed ? "font-medium text-ink after:bg-accent" : "text-soft hover:text-ink";
  return (
    <button
      type="button"
      aria-pressed={isPressed}
      title={Icon ? "Ctrl or Cmd and a press adds it" : undefined}
      onClick={({ ctrlKey, metaKey }) => onPress(ctrlKey || metaKey)}
      className={`${TAB} ${look}`}
    >
      {Icon ? <Icon aria-hidden="true" size={14} className="shrink-0" /> : null}
      {word}{" "}
      {count === null ? null : (
        <span className="text-soft tabular-nums">{count.toLocaleString("en-GB")}</span>
      )}
    </button>
  );
}
