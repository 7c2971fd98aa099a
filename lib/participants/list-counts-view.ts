/** How many rows hold one value; `value` is "none" where a choice is absent. */
export type FacetValueView = { value: string; count: number };

/**
 * The size of a list, and by field how often each value occurs under the filters of all other fields,
 * the most frequent first, 100 at the most. `isWhole`: there are no further values, nor
 * any of more than 200 characters, which are counted for nothing here.
 */
export type ListCountsView = {
  total: number;
  facets: Record<string, { values: FacetValueView[]; isWhole: boolean }>;
};
