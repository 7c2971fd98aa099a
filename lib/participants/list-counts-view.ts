/**
 * How many rows hold one value; `value` is "none" where a choice is absent, and for a long answer what an
 * address names it by (lib/list-address/short-value.ts).
 */
export type FacetValueView = { value: string; count: number };

/**
 * The size of a list, and by field how often each value occurs under the filters of all other fields,
 * the most frequent first, 100 at the most. `isWhole`: there are no further values.
 */
export type ListCountsView = {
  total: number;
  facets: Record<string, { values: FacetValueView[]; isWhole: boolean }>;
};
