"use client";

import { Chip } from "@/components/ui/chip";
import type { ListFilter } from "@/lib/list-address/list-filter";
import { filtersOf, withFlag } from "./edit-filters";

type Props = {
  filters: readonly ListFilter[];
  field: string;
  words: readonly [answered: string, unanswered: string];
  onChange: (filters: ListFilter[]) => void;
};

/** Whether there is an answer at all. */
export function AnsweredChoice({ filters, field, words, onChange }: Props) {
  const own = filtersOf(filters, field);
  return (
    <div className="flex flex-wrap gap-1.5">
      {(["answered", "unanswered"] as const).map((operator, at) => {
        const isOn = own.some((filter) => filter.operator === operator);
        return (
          <Chip
            key={operator}
            word={words[at] ?? operator}
            isPressed={isOn}
            onPress={() => onChange(withFlag(filters, field, operator, !isOn))}
          />
        );
      })}
    </div>
  );
}
