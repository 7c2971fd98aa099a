"use client";

import { useNow } from "@/components/time/now-provider";
import { useZone } from "@/components/time/zone-provider";
import { Chip } from "@/components/ui/chip";
import type { ListFilter } from "@/lib/list-address/list-filter";
import { quickRanges } from "./days";
import { filtersOf, withReplaced } from "./edit-filters";
import { RangeFields } from "./range-fields";

type Props = {
  filters: readonly ListFilter[];
  field: string;
  fieldKind: "number" | "date" | "moment";
  onChange: (filters: ListFilter[], isTyping?: boolean) => void;
};

/** From one number or day to another, both included; any of several ranges is enough. */
export function RangeEditor({ filters, field, fieldKind, onChange }: Props) {
  const zone = useZone();
  const now = useNow();
  const isDays = fieldKind !== "number";
  const ranges = filtersOf(filters, field).filter(isRange);
  const rows: (ListFilter | null)[] = ranges.length > 0 ? ranges : [null];
  const [first = null] = rows;
  return (
    <>
      {rows.map((range, at) => (
        <RangeFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a range has no name but its place, and keeps it while it is typed
          key={at}
          field={field}
          isDays={isDays}
          range={range}
          onChange={(next) => onChange(withReplaced(filters, range, next), range !== null)}
        />
      ))}
      {isDays ? (
        <div className="flex flex-wrap gap-1.5">
          {quickRanges(now, zone).map(({ word, range }) => {
            const isPressed = first?.operator === "between" && first.values.join() === range.join();
            const next: ListFilter = { field, operator: "between", values: [...range] };
            return (
              <Chip
                key={word}
                word={word}
                isPressed={isPressed}
                onPress={() => onChange(withReplaced(filters, first, isPressed ? null : next))}
              />
            );
          })}
        </div>
      ) : null}
      {fieldKind === "moment" ? (
        <p className="text-soft text-xs">
          Days in the event’s own time zone{zone ? `, ${zone}` : ", UTC"}.
        </p>
      ) : null}
    </>
  );
}

function isRange({ operator }: ListFilter): boolean {
  return operator === "between" || operator === "outside";
}
