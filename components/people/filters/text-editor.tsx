"use client";

import type { FilterOperator, ListFilter } from "@/lib/list-address/list-filter";
import { valuesOf, withValues } from "./edit-filters";
import { TextValues } from "./text-values";

export type TextOperator = Extract<FilterOperator, "contains" | "lacks" | "is" | "not">;

const WORDS: Record<TextOperator, string> = {
  contains: "Contains",
  lacks: "Does not contain",
  is: "Is exactly",
  not: "Is not",
};

type Props = {
  filters: readonly ListFilter[];
  field: string;
  operators: readonly TextOperator[];
  onChange: (filters: ListFilter[]) => void;
};

/** What a text contains, or does not, or is. */
export function TextEditor({ filters, field, operators, onChange }: Props) {
  return operators.map((operator) => (
    <TextValues
      key={operator}
      label={WORDS[operator]}
      values={valuesOf(filters, field, operator)}
      onChange={(values) => onChange(withValues(filters, field, operator, values))}
    />
  ));
}
