/** A column as a member arranged it; `width` in pixels, absent where it was never changed. */
export type ListColumn = { id: string; width?: number };

/** How high the rows of a list are. */
export const DENSITIES = ["compact", "regular", "tall"] as const;
export type Density = (typeof DENSITIES)[number];

/**
 * How a member sees a list. Empty `columns`: never arranged; then `usual` are shown, which are those that this
 * event's form suggests.
 */
export type ListLayoutView = {
  columns: ListColumn[];
  density: Density;
  usual: string[];
  defaultViewId: string | null;
};
