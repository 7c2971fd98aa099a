"use client";

import { FilterFold } from "@/components/console/filter-fold";
import {
  CONNECTION_STATES,
  causeWords,
  HEALTH_WORDS,
  healthLook,
  stateLook,
} from "@/components/console/words/state-words";
import type { ConnectionFilters } from "@/components/queries/console-queries";
import { Chip } from "@/components/ui/chip";
import { SearchField } from "@/components/ui/search-field";
import { SelectField } from "@/components/ui/select-field";
import type { ConnectionListView } from "@/lib/console/connection-list-view";

type Props = {
  filters: ConnectionFilters;
  list: ConnectionListView | undefined;
  isBusy: boolean;
  onChange: (change: Partial<Record<keyof ConnectionFilters, string | null>>) => void;
};

/** What of the connections is shown: by state and health, by cause, and by name. */
export function ConnectionFilterBar({ filters, list, isBusy, onChange }: Props) {
  const known = [...CONNECTION_STATES, ...Object.keys(list?.states ?? {})];
  const states = [...new Set(known)].filter(
    (state) => state === filters.state || (list?.states[state] ?? 0) > 0,
  );
  const { q: _, ...chosen } = filters;
  const set = Object.values(chosen).filter((value) => value !== "").length;
  const toggle = (name: "state" | "health", value: string) =>
    onChange({ [name]: filters[name] === value ? null : value });
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <SearchField
          label="Search connections"
          placeholder="Title or id"
          value={filters.q}
          isBusy={isBusy}
          onSearch={(q) => onChange({ q: q || null })}
          onDone={() => {}}
        />
      </div>
      <FilterFold count={set}>
        <fieldset className="flex min-w-0 flex-wrap gap-1.5">
          <legend className="sr-only">Filter by state and health</legend>
          {states.map((state) => (
            <Chip
              key={state}
              word={stateLook(state).word}
              icon={stateLook(state).icon}
              count={list?.states[state] ?? 0}
              isPressed={filters.state === state}
              onPress={() => toggle("state", state)}
            />
          ))}
          {HEALTH_WORDS.map((health) => (
            <Chip
              key={health}
              word={`Health: ${healthLook(health).word.toLowerCase()}`}
              isPressed={filters.health === health}
              onPress={() => toggle("health", health)}
            />
          ))}
          <Chip
            word="Not public"
            isPressed={filters.published === "no"}
            onPress={() => onChange({ published: filters.published === "no" ? null : "no" })}
          />
        </fieldset>
        <div className="w-full sm:w-72">
          <SelectField
            label="Cause"
            value={filters.cause}
            choices={[
              { value: "", word: "Any" },
              ...causesOf(filters, list).map((cause) => ({
                value: cause,
                word: `${causeWords(cause)} (${list?.causes[cause] ?? 0})`,
              })),
            ]}
            onChange={(cause) => onChange({ cause: cause || null })}
          />
        </div>
      </FilterFold>
    </div>
  );
}

function causesOf(filters: ConnectionFilters, list: ConnectionListView | undefined): string[] {
  const causes = new Set(Object.keys(list?.causes ?? {}));
  if (filters.cause) causes.add(filters.cause);
  return [...causes].sort();
}
