"use client";

import { FilterFold } from "@/components/console/filter-fold";
import {
  DELIVERY_OUTCOMES,
  DELIVERY_STATES,
  deliveryLook,
  outcomeWord,
} from "@/components/console/words/delivery-looks";
import { DELIVERY_TYPES } from "@/components/labels/delivery-words";
import type { DeliveryFilters } from "@/components/queries/console-queries";
import { Chip } from "@/components/ui/chip";
import { SelectField } from "@/components/ui/select-field";
import type { DeliveryListView } from "@/lib/console/delivery-list-view";
import { FilterField } from "./filter-field";
import { MomentField } from "./moment-field";

type Props = {
  filters: DeliveryFilters;
  list: DeliveryListView | undefined;
  onChange: (change: Partial<Record<keyof DeliveryFilters, string | null>>) => void;
};

/** Which deliveries are shown: by id, state, type, event, outcome and time. */
export function DeliveryFilterBar({ filters, list, onChange }: Props) {
  const types = [...new Set([...DELIVERY_TYPES, ...(filters.type ? [filters.type] : [])])];
  const outcomes = [
    ...new Set([...DELIVERY_OUTCOMES, ...(filters.outcome ? [filters.outcome] : [])]),
  ];
  const { state: _, ...fields } = filters;
  const any = { value: "", word: "Any" };
  return (
    <div className="grid gap-3">
      <fieldset className="flex min-w-0 flex-wrap gap-1.5">
        <legend className="sr-only">Filter by state</legend>
        <Chip
          word="All"
          isPressed={filters.state === ""}
          onPress={() => onChange({ state: null })}
        />
        {DELIVERY_STATES.map((state) => (
          <Chip
            key={state}
            word={deliveryLook(state).word}
            icon={deliveryLook(state).icon}
            count={countOf(state, list)}
            isPressed={filters.state === state}
            onPress={() => onChange({ state: filters.state === state ? null : state })}
          />
        ))}
      </fieldset>
      <FilterFold count={Object.values(fields).filter((value) => value !== "").length}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3 sm:grid-cols-2 xl:grid-cols-3">
          <FilterField
            label="Delivery id"
            value={filters.id}
            onChange={(id) => onChange({ id: id || null })}
          />
          <SelectField
            label="Type"
            value={filters.type}
            choices={[any, ...types.map((type) => ({ value: type, word: type }))]}
            onChange={(type) => onChange({ type: type || null })}
          />
          <FilterField
            label="Event (id, or “integration”)"
            value={filters.event}
            onChange={(event) => onChange({ event: event || null })}
          />
          <SelectField
            label="Outcome"
            value={filters.outcome}
            choices={[
              any,
              ...outcomes.map((outcome) => ({ value: outcome, word: outcomeWord(outcome) })),
            ]}
            onChange={(outcome) => onChange({ outcome: outcome || null })}
          />
          <MomentField
            label="Received from (UTC)"
            value={filters.from}
            onChange={(from) => onChange({ from })}
          />
          <MomentField
            label="Received before (UTC)"
            value={filters.to}
            onChange={(to) => onChange({ to })}
          />
        </div>
      </FilterFold>
    </div>
  );
}

function countOf(state: string, list: DeliveryListView | undefined): number | undefined {
  if (state === "pending") return list?.counts.waiting;
  return state === "dead" ? list?.counts.dead : undefined;
}
